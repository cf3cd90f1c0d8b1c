import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SETTINGS_FILE } from '../core/contract.ts';
import type { Settings } from '../core/settings/index.ts';
import { FUNCTION_NAMES, PROCESS_CALL_DEFINITION } from '../statemachines/bindings.ts';
import { bundleHandlers, type HandlerBundles } from './lambda/bundle.ts';
import { PROJECT_ROOT } from './project.ts';

/** What a home of the product is given to run: the state machine, and a bundle a handler. */
export interface Deployable {
  /** ASL, its `${Placeholders}` still in it. */
  definition: string;
  bundles: HandlerBundles;
  /** JSON, merged and checked. */
  settings: string;
}

/** A folder is not what `cdk synth` makes of this product. */
export class AssemblyUnusable extends Error {
  override readonly name = 'AssemblyUnusable';
  constructor(directory: string, problem: string) {
    super(`${directory}: ${problem}; expected a folder made by: npx cdk synth -c env=NAME`);
  }
}

/** What the sources in this checkout say, with these settings. */
export async function fromSources(settings: Settings): Promise<Deployable> {
  const [definition, bundles] = await Promise.all([
    readFile(join(PROJECT_ROOT, PROCESS_CALL_DEFINITION), 'utf8'),
    bundleHandlers(),
  ]);
  return { definition, bundles, settings: JSON.stringify(settings) };
}

/**
 * What is not the same in two deployables, byte for byte: `definition`, `settings`, or a handler's
 * name.
 * Between the sources and an assembly of theirs it is nothing.
 */
export async function differences(one: Deployable, other: Deployable): Promise<string[]> {
  const changed = await Promise.all(
    FUNCTION_NAMES.map(async (name) => {
      const [bundle, otherBundle] = await Promise.all(
        [one, other].map(({ bundles }) => readFile(bundles[name])),
      );
      return bundle?.equals(otherBundle ?? Buffer.alloc(0)) ? [] : [name];
    }),
  );
  const texts = (['definition', 'settings'] as const).filter((text) => one[text] !== other[text]);
  return [...texts, ...changed.flat()];
}

interface Resource {
  Type: string;
  Properties: { DefinitionString?: string };
  Metadata?: { 'aws:cdk:path'?: string; 'aws:asset:path'?: string };
}

interface Manifest {
  artifacts: Record<string, { type: string; properties?: { templateFile?: string } }>;
}

/**
 * What a cloud assembly would deploy.
 * @param directory as `cdk synth` writes it, `cdk.out` by default
 * @throws AssemblyUnusable
 */
export async function fromAssembly(directory: string): Promise<Deployable> {
  const resources = await resourcesIn(directory);
  const machines = resources.filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
  const definition = machines[0]?.Properties.DefinitionString;
  if (machines.length !== 1 || definition === undefined) {
    throw new AssemblyUnusable(directory, `found ${machines.length} state machines`);
  }
  const paths = FUNCTION_NAMES.map((name) => {
    const asset = resources.find((one) => isHandler(one, name))?.Metadata?.['aws:asset:path'];
    if (asset === undefined) throw new AssemblyUnusable(directory, `found no function ${name}`);
    return [name, join(directory, asset, 'index.mjs')];
  });
  const bundles = Object.fromEntries(paths) as HandlerBundles;
  return { definition, bundles, settings: await settingsBeside(directory, bundles) };
}

async function settingsBeside(directory: string, bundles: HandlerBundles): Promise<string> {
  try {
    return await readFile(join(dirname(bundles['analyse-call']), SETTINGS_FILE), 'utf8');
  } catch {
    throw new AssemblyUnusable(directory, `found no ${SETTINGS_FILE} beside analyse-call`);
  }
}

const isHandler = ({ Type, Metadata }: Resource, name: string): boolean =>
  Type === 'AWS::Lambda::Function' &&
  Metadata?.['aws:cdk:path']?.endsWith(`/${name}/Resource`) === true;

async function resourcesIn(directory: string): Promise<Resource[]> {
  try {
    const manifest = await readJson<Manifest>(join(directory, 'manifest.json'));
    const templates = Object.values(manifest.artifacts).flatMap(
      ({ properties }) => properties?.templateFile ?? [],
    );
    const read = templates.map((file) =>
      readJson<{ Resources: Record<string, Resource> }>(join(directory, file)),
    );
    return (await Promise.all(read)).flatMap(({ Resources }) => Object.values(Resources));
  } catch (error) {
    throw new AssemblyUnusable(directory, error instanceof Error ? error.message : String(error));
  }
}

const readJson = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(file, 'utf8')) as T;
