import type { Response } from 'undici';
import type { Clock } from '../../core/clock.ts';
import { pause } from '../pause.ts';
import { answered, BrokenOff, reasonOf } from './answer.ts';
import { diskErrorOf, requireRoom } from './disk.ts';
import { SourceUnavailable, WrongContent } from './errors.ts';
import { sizeOf } from './size-of.ts';
import type { PartialFile } from './partial-file.ts';
import { extentOf, strongEtag } from './request.ts';
import type { Source } from './source.ts';
import { stallWatch, type StallWatch } from './stall-watch.ts';

/** How long a source may send nothing before it is asked again. */
export const STALL_MS = 30_000;
const FIRST_RETRY_SECONDS = 1;
/** Attempts in a row that brought nothing new before it is given up. */
const VAIN_ATTEMPTS = 5;

/** One file to fetch. */
export interface Download {
  source: Source;
  /** How long the whole file is. */
  bytes: number;
  partial: PartialFile;
  folder: string;
  clock: Clock;
  signal: AbortSignal;
  /** @param here bytes of the file that are on the disk */
  readonly onProgress: (here: number) => void;
}

/**
 * Fetches what is missing of a file, going on where it broke off. A source that cannot be reached
 * at all is not asked again; one that breaks off later is, for as long as something new comes.
 * @throws SourceUnavailable, DownloadRefused, WrongContent, DiskFull, or the signal's reason
 */
export async function download(file: Download): Promise<void> {
  const { partial, bytes, clock, signal } = file;
  let vain = 0;
  let first = true;
  for (let had = await partial.size(); had !== bytes; had = await partial.size(), first = false) {
    try {
      await fetchRest(file);
    } catch (error) {
      signal.throwIfAborted();
      const again = error instanceof BrokenOff || (error instanceof SourceUnavailable && !first);
      if (!again) throw error;
      vain = (await partial.size()) > had ? 1 : vain + 1;
      if (vain === VAIN_ATTEMPTS) throw givenUp(error, await partial.size());
      await pause(clock, FIRST_RETRY_SECONDS * 2 ** (vain - 1), signal);
    }
  }
}

async function fetchRest(file: Download): Promise<void> {
  const { source, bytes, partial, folder, clock, signal } = file;
  const have = await partial.have();
  const missing = Math.max(0, bytes - have.bytes);
  await requireRoom(folder, missing);
  const stall = stallWatch(clock, STALL_MS);
  try {
    const response = await answered(source, have, AbortSignal.any([signal, stall.signal]));
    const { start, total } = extentOf(response);
    if (total !== null && total !== bytes) throw wrongSize(total, file);
    if (start !== have.bytes) await partial.remove();
    if (start !== have.bytes && start !== 0)
      throw new BrokenOff('another part came than asked for');
    if (start === 0) await partial.restart(strongEtag(response));
    await partial.append(received(response, start, stall, file));
  } catch (error) {
    throw diskErrorOf(error, folder, missing);
  } finally {
    stall.end();
  }
}

/** The chunks of an answer, counted; never more than the file has. */
async function* received(
  { body }: Response,
  start: number,
  stall: StallWatch,
  file: Download,
): AsyncGenerator<Uint8Array> {
  let here = start;
  try {
    for await (const chunk of body ?? []) {
      stall.alive();
      here += chunk.length;
      if (here > file.bytes) throw wrongSize(here, file);
      yield chunk;
      file.onProgress(here);
    }
  } catch (error) {
    throw error instanceof WrongContent ? error : new BrokenOff(reasonOf(error));
  }
  if (here < file.bytes) throw new BrokenOff('it ended early');
}

const wrongSize = (found: number, { source, bytes }: Download): WrongContent =>
  new WrongContent(`${source.url} is not the model's file: ${found} bytes, expected ${bytes}`);

const givenUp = ({ message }: Error, kept: number): SourceUnavailable =>
  new SourceUnavailable(
    `gave up after ${VAIN_ATTEMPTS} attempts (${message}); ${sizeOf(kept)} are kept, and the same command goes on from there`,
  );
