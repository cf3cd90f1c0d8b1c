import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { EngineSettings } from '../../../containers/jais/src/config.ts';
import type { Log } from '../../../containers/jais/src/log.ts';
import { loadModel, type LoadedModel } from '../../../containers/jais/src/model/load.ts';
import type { ArchitectureName } from '../../../containers/jais/tools/gguf/architectures.ts';
import { writeRandomModel } from '../../../containers/jais/tools/gguf/model.ts';
import { SHAPES } from '../../../containers/jais/tools/gguf/shape.ts';

/** A folder that is gone once the file's tests are. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jais-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A folder with a tiny model of random weights, as `/opt/ml/model` would be. */
export async function aModelFolder(architecture: ArchitectureName = 'jais'): Promise<string> {
  const folder = aFolder();
  await writeRandomModel(join(folder, 'model.gguf'), SHAPES.tiny, { architecture });
  return folder;
}

/** One thread: on a busy machine more of them wait for each other. */
export const settings = (model: string, others: Partial<EngineSettings> = {}): EngineSettings => ({
  model,
  threads: 1,
  sequences: 4,
  contextTokens: 2048,
  gpu: false,
  fork: true,
  ...others,
});

const loaded: LoadedModel[] = [];
afterAll(async () => {
  for (const model of loaded) await model.close();
});

/** The real engine in this process. */
export async function aLoadedModel(
  folder: string,
  others: Partial<EngineSettings> = {},
): Promise<LoadedModel> {
  const model = await loadModel(settings(folder, others), silent);
  loaded.push(model);
  return model;
}

export const silent: Log = { info() {}, warn() {}, error() {} };
