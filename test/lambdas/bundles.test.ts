import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { HANDLER_BUNDLING } from '../../core/bundling.ts';
import { FUNCTION_NAMES } from '../../statemachines/bindings.ts';
import { projectFiles, ROOT } from '../support/project-files.ts';

const KB = 1000;
const LIMIT_KB = 620;
/** Handlers that carry more: an audio library; a phone library and names; what each task knows. */
const LIMITS_KB: Readonly<Record<string, number>> = {
  'admit-recording': 900,
  'analyse-call': 900,
  'refine-transcript': 1000,
};

let sizes: Record<string, number>;
let inputs: string[];

beforeAll(async () => {
  const { metafile } = await build({
    ...HANDLER_BUNDLING,
    mainFields: [...HANDLER_BUNDLING.mainFields],
    absWorkingDir: ROOT,
    entryPoints: FUNCTION_NAMES.map((name) => `lambdas/${name}.ts`),
    outdir: 'unwritten',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  sizes = Object.fromEntries(
    Object.values(metafile.outputs).map(({ entryPoint = '', bytes }) => [
      entryPoint.replace(/^lambdas\/|\.ts$/g, ''),
      bytes / KB,
    ]),
  );
  inputs = Object.keys(metafile.inputs);
}, 60_000);

describe('the handler bundles', () => {
  it('are one for every handler, and every handler is bound', () => {
    const handlers = projectFiles('lambdas/*.ts').filter((file) => file.split('/').length === 2);
    const names = handlers.map((file) => file.replace(/^lambdas\/|\.ts$/g, ''));
    expect([...FUNCTION_NAMES].sort()).toEqual(names.sort());
    expect(Object.keys(sizes).sort()).toEqual(names.sort());
  });

  it.each(FUNCTION_NAMES.map((name) => [name]))('%s stays within its size', (name) => {
    expect(sizes[name]).toBeLessThanOrEqual(LIMITS_KB[name] ?? LIMIT_KB);
  });

  it('carry nothing native: they run on arm64', () => {
    expect(inputs.filter((file) => file.endsWith('.node'))).toEqual([]);
  });
});
