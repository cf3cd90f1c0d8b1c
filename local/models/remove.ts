import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MODELS, modelNamed } from '../../core/models/catalogue.ts';
import type { Model } from '../../core/models/model.ts';
import { addedModels, RECORD } from './installed.ts';
import { withLock } from './lock.ts';
import { PartialFile } from './partial-file.ts';

/**
 * Deletes a model's file, or what has come of it; of one that was only pointed at, the pointer.
 * @returns whether there was anything to delete
 * @throws PullUnderWay
 */
export async function removeModel(
  name: string,
  folder: string,
  models: readonly Model[] = MODELS,
): Promise<boolean> {
  const added = (await addedModels(folder)).find((model) => model.name === name);
  const file = added?.file ?? modelNamed(name, models)?.file;
  if (file === undefined) return false;
  const path = join(folder, file);
  const paths = [path, ...new PartialFile(path).files, join(folder, `${name}${RECORD}`)];
  await mkdir(folder, { recursive: true });
  const deleted = await withLock(path, () => Promise.all(paths.map(deleteFile)));
  return deleted.some(Boolean);
}

async function deleteFile(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
