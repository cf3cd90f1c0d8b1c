import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { MODELS } from '../../core/models/catalogue.ts';
import { MODEL_NAME, type Model } from '../../core/models/model.ts';

/** What is written beside a file that somebody added, as no table knows it. */
export const AddedModel = z.object({
  schemaVersion: z.literal(1),
  name: z.string().regex(MODEL_NAME),
  kind: z.enum(['speech', 'language']),
  file: z.string().min(1),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AddedModel = z.infer<typeof AddedModel>;

/** Records end so; the rest is the model's name. */
export const RECORD = '.added.json';

/** A model whose file lies here, whole. */
export interface InstalledModel extends Pick<Model, 'name' | 'kind' | 'file'> {
  path: string;
  bytes: number;
  sha256: string;
  /** Added by hand, not pulled. */
  added: boolean;
}

/**
 * The models that lie in a folder: those whose names no table knows, then the others in the
 * table's order. A file gets its final name only once its sha256 has been checked, so here its size will
 * do; one that has another size by now is left out.
 */
export async function installedModels(
  folder: string,
  models: readonly Model[] = MODELS,
): Promise<InstalledModel[]> {
  const added = (await addedModels(folder)).map((model) => ({ ...model, added: true }));
  const pulled = models.flatMap(({ name, kind, file, published }) =>
    published === null ? [] : [{ name, kind, file, ...published, added: false }],
  );
  const candidates = [...added, ...pulled].map(
    ({ name, kind, file, bytes, sha256, added }): InstalledModel => {
      return { name, kind, file, bytes, sha256, added, path: join(folder, file) };
    },
  );
  const sizes = await Promise.all(candidates.map(({ path }) => sizeOrNull(path)));
  const rankOf = ({ name }: InstalledModel): number =>
    models.findIndex((model) => model.name === name);
  return candidates
    .filter(({ bytes }, at) => sizes[at] === bytes)
    .sort((one, other) => rankOf(one) - rankOf(other));
}

/** What was added, whether its file is still there or not. */
export async function addedModels(folder: string): Promise<AddedModel[]> {
  const files = await readdir(folder).catch(() => []);
  const records = files.filter((file) => file.endsWith(RECORD)).sort();
  return (await Promise.all(records.map((file) => readRecord(join(folder, file))))).flat();
}

async function readRecord(path: string): Promise<AddedModel[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return [AddedModel.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}

async function sizeOrNull(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}
