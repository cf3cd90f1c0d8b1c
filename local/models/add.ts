import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MODELS } from '../../core/models/catalogue.ts';
import { MODEL_NAME, type Model, type ModelKind } from '../../core/models/model.ts';
import { diskErrorOf } from './disk.ts';
import { ModelUnusable } from './errors.ts';
import { addedModels, RECORD, type AddedModel } from './installed.ts';
import { withLock } from './lock.ts';
import { kindOf } from './magic.ts';
import { sha256Of } from './sha256.ts';

export interface AddOptions {
  folder: string;
  /** By default the file's own, in lower case, without `ggml-` and its ending. */
  name?: string | undefined;
  /** Only point at the file instead of copying it. */
  link?: boolean | undefined;
  models?: readonly Model[];
}

/**
 * Takes a model's file into the folder and records its sha256. A file that the table knows by its
 * sha256 becomes the table's model, as if it had been pulled.
 * @returns what it is called now
 * @throws ModelUnusable, PullUnderWay, DiskFull
 */
export async function addModel(
  path: string,
  { folder, name, link = false, models = MODELS }: AddOptions,
): Promise<Pick<AddedModel, 'name' | 'kind' | 'sha256'>> {
  const { kind, bytes } = await looked(path);
  const sha256 = await sha256Of(path);
  const known = models.find(({ published }) => published?.sha256 === sha256);
  const own = known?.name ?? name ?? nameOf(path);
  const file = known?.file ?? `${own}.${kind === 'speech' ? 'bin' : 'gguf'}`;
  if (known === undefined) await requireName({ name: own, kind, sha256 }, folder, models);
  await mkdir(folder, { recursive: true });
  await withLock(join(folder, file), async () => {
    const to = join(folder, file);
    if (resolve(path) !== resolve(to)) await (link ? point : copy)(resolve(path), to, bytes);
    const record: AddedModel = { schemaVersion: 1, name: own, kind, file, bytes, sha256 };
    if (known === undefined) await writeRecord(folder, record);
  });
  return { name: own, kind, sha256 };
}

async function looked(path: string): Promise<{ kind: ModelKind; bytes: number }> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new ModelUnusable('there is no such file');
  const kind = await kindOf(path);
  if (kind !== null) return { kind, bytes: found.size };
  throw new ModelUnusable('the file is neither a ggml model of Whisper nor a GGUF model');
}

const nameOf = (path: string): string =>
  basename(path)
    .toLowerCase()
    .replace(/^ggml-/, '')
    .replace(/\.[^.]+$/, '');

/** A name stands for one content: results are kept under it. */
async function requireName(
  { name, kind, sha256 }: Pick<AddedModel, 'name' | 'kind' | 'sha256'>,
  folder: string,
  models: readonly Model[],
): Promise<void> {
  if (!MODEL_NAME.test(name))
    throw new ModelUnusable(
      `'${name}' is no name for a model: expected small letters, digits, '.', '_' and '-'; give one with --name`,
    );
  const tables = models.find((model) => model.name === name);
  if (tables !== undefined && (tables.published !== null || tables.kind !== kind))
    throw new ModelUnusable(
      `'${name}' is a published model, and the file is not it: its sha256 is ${sha256}; give another --name`,
    );
  const added = (await addedModels(folder)).find((model) => model.name === name);
  if (added !== undefined && added.sha256 !== sha256)
    throw new ModelUnusable(
      `'${name}' was added with another content; first: sada models remove ${name}`,
    );
}

/** Shares the disk's blocks with the original where the file system can. */
async function copy(from: string, to: string, bytes: number): Promise<void> {
  const partial = `${to}.copy`;
  try {
    await copyFile(from, partial, constants.COPYFILE_FICLONE);
    await rename(partial, to);
  } catch (error) {
    await rm(partial, { force: true });
    throw diskErrorOf(error, to, bytes);
  }
}

async function point(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await symlink(from, to);
}

async function writeRecord(folder: string, record: AddedModel): Promise<void> {
  const path = join(folder, `${record.name}${RECORD}`);
  await writeFile(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${path}.new`, path);
}
