import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { HANDLER_BUNDLING } from '../../core/bundling.ts';
import { FUNCTION_NAMES } from '../../statemachines/bindings.ts';
import { projectFiles, ROOT } from '../support/project-files.ts';

const KB = 1000;
const LIMIT_KB = 620;
/** For handlers that carry an audio or a phone library. */
const LIMIT_WITH_LIBRARY_KB = 900;
const WITH_LIBRARY = ['admit-recording', 'refine-transcript'];

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
});

describe('the handler bundles', () => {
  it('are one for every handler, and every handler is bound', () => {
    const handlers = projectFiles('lambdas/*.ts').filter((file) => file.split('/').length === 2);
    const names = handlers.map((file) => file.replace(/^lambdas\/|\.ts$/g, ''));
    expect([...FUNCTION_NAMES].sort()).toEqual(names.sort());
    expect(Object.keys(sizes).sort()).toEqual(names.sort());
  });

  it.each(FUNCTION_NAMES.map((name) => [name]))('%s stays within its size', (name) => {
    const limit = WITH_LIBRARY.includes(name) ? LIMIT_WITH_LIBRARY_KB : LIMIT_KB;
    expect(sizes[name]).toBeLessThanOrEqual(limit);
  });

  it('carry nothing native: they run on arm64', () => {
    expect(inputs.filter((file) => file.endsWith('.node'))).toEqual([]);
  });
});
