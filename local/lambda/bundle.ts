import { build } from 'esbuild';
import { readFile, stat, writeFile } from 'node:fs/promises';
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
  return Object.fromEntries(FUNCTION_NAMES.map((name) => [name, bundleOf(name)])) as HandlerBundles;
}

/** One build a handler, as CDK bundles them: built together they get other minified names. */
async function buildAll(): Promise<void> {
  const inputs = await Promise.all(FUNCTION_NAMES.map(buildOne));
  const stamps = await Promise.all([...new Set(inputs.flat())].map(stampOf));
  await writeFile(INPUTS, JSON.stringify(stamps));
}

/** @returns the files that went in */
async function buildOne(name: FunctionName): Promise<string[]> {
  const { metafile } = await build({
    ...HANDLER_BUNDLING,
    mainFields: [...HANDLER_BUNDLING.mainFields],
    absWorkingDir: PROJECT_ROOT,
    entryPoints: [`lambdas/${name}.ts`],
    outfile: bundleOf(name),
    metafile: true,
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs);
}

const bundleOf = (name: FunctionName): string => join(CACHE, `${name}.mjs`);

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
