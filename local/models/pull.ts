import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import type { Model, Published } from '../../core/models/model.ts';
import { wakefulClock } from '../clock.ts';
import { download } from './download.ts';
import { ModelUnusable, WrongContent } from './errors.ts';
import { withLock } from './lock.ts';
import { PartialFile } from './partial-file.ts';
import { sha256Of } from './sha256.ts';
import { sourceOf, type SourceOptions } from './source.ts';

export interface PullOptions extends SourceOptions {
  /** Where models lie, made if missing. */
  folder: string;
  signal: AbortSignal;
  clock?: Clock;
  /** @param here bytes of the file that are on the disk */
  readonly onProgress?: (here: number) => void;
}

export interface Pulled {
  path: string;
  /** False: it was there before. */
  fetched: boolean;
}

/**
 * Fetches a model's file. What has come is kept as `FILE.partial` until the sha256 of the whole is
 * right; only then the file has its name. A pull that was cut short goes on where it was.
 * @throws ModelUnusable, PullUnderWay, SourceUnavailable, DownloadRefused, WrongContent, DiskFull,
 *   or the signal's reason
 */
export async function pullModel(model: Model, options: PullOptions): Promise<Pulled> {
  const { folder, signal, clock = wakefulClock, onProgress = () => undefined } = options;
  const { published } = model;
  const source = sourceOf(model, options);
  if (published === null) throw new ModelUnusable(`${model.name} is published nowhere`);
  const path = join(folder, model.file);
  await mkdir(folder, { recursive: true });
  return withLock(path, async () => {
    if (await isThere(path, published)) return { path, fetched: false };
    const partial = new PartialFile(path);
    const { bytes } = published;
    await download({ source, bytes, partial, folder, clock, signal, onProgress });
    await check(partial, published, source.url, signal);
    await partial.complete();
    return { path, fetched: true };
  });
}

const isThere = async (path: string, { bytes }: Published): Promise<boolean> =>
  (await stat(path).catch(() => null))?.size === bytes;

async function check(
  partial: PartialFile,
  { sha256 }: Published,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  const found = await sha256Of(partial.path, signal);
  if (found === sha256) return;
  await partial.remove();
  throw new WrongContent(
    `what came from ${url} is not the model's file and was deleted: sha256 ${found}, expected ${sha256}`,
  );
}
