import { build } from 'esbuild';
import { stat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HANDLER_BUNDLING } from '../../core/bundling.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../statemachines/bindings.ts';
import { PROJECT_ROOT } from '../project.ts';

/** Beside the packages, as other build caches are: `npm ci` clears it. */
const CACHE = join(PROJECT_ROOT, 'node_modules', '.cache', 'sada', 'lambdas');
const INPUTS = join(CACHE, 'inputs.json');

/** Each handler's bundle, as a path. */
export type HandlerBundles = Readonly<Record<FunctionName, string>>;

/** The bundle of each handler, built anew where a source changed since the last time. */
export async function bundleHandlers(): Promise<HandlerBundles> {
  if (!(await isFresh())) await buildAll();
  return Object.fromEntries(
    FUNCTION_NAMES.map((name) => [name, join(CACHE, `${name}.mjs`)]),
  ) as HandlerBundles;
}

async function buildAll(): Promise<void> {
  const { metafile } = await build({
    ...HANDLER_BUNDLING,
    mainFields: [...HANDLER_BUNDLING.mainFields],
    absWorkingDir: PROJECT_ROOT,
    entryPoints: FUNCTION_NAMES.map((name) => `lambdas/${name}.ts`),
    outdir: CACHE,
    outExtension: { '.js': '.mjs' },
    metafile: true,
    logLevel: 'error',
  });
  const stamps = await Promise.all(Object.keys(metafile.inputs).map(stampOf));
  await mkdir(CACHE, { recursive: true });
  await writeFile(INPUTS, JSON.stringify(stamps));
}

type Stamp = readonly [path: string, modifiedMs: number, size: number];

async function stampOf(path: string): Promise<Stamp> {
  const { mtimeMs, size } = await stat(join(PROJECT_ROOT, path));
  return [path, mtimeMs, size];
}

async function isFresh(): Promise<boolean> {
  try {
    const stamps = JSON.parse(await readFile(INPUTS, 'utf8')) as Stamp[];
    const now = await Promise.all(stamps.map(([path]) => stampOf(path)));
    return JSON.stringify(now) === JSON.stringify(stamps);
  } catch {
    return false;
  }
}
