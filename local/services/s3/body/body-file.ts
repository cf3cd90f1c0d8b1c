import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { ByteRange } from '../range.ts';
import type { ChecksumName } from './digests.ts';
import { Digests, NO_CLAIMS } from './integrity.ts';

/** A body that came whole and as its sender said, in a file of its own. */
export interface BodyFile {
  readonly file: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly md5: string;
  /** Verified or, where nothing was claimed, taken by us: base64 by name. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** Fills a new file; it is gone when that fails. */
export async function inNewFile<T>(
  file: string,
  fill: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await open(file, 'wx');
  try {
    return await fill(handle);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Writes a body as it comes, and feeds its digests. */
export async function writeAll(
  body: AsyncIterable<Buffer>,
  handle: FileHandle,
  digests: Digests,
): Promise<number> {
  let size = 0;
  for await (const bytes of body) {
    digests.update(bytes);
    await handle.writev([bytes]);
    size += bytes.length;
  }
  return size;
}

/**
 * Copies files one after the other into a new one, in constant memory.
 * @param range of each source that is taken; all of it by default
 */
export function joinFiles(
  sources: readonly string[],
  file: string,
  algorithm: ChecksumName | undefined,
  range: Partial<ByteRange> = {},
): Promise<BodyFile> {
  const digests = new Digests(NO_CLAIMS, algorithm);
  return inNewFile(file, async (handle) => {
    const size = await writeAll(contents(sources, range), handle, digests);
    return { file, size, ...digests.verify(new Map()) };
  });
}

/** Large enough that a copy is not all system calls. */
const READ_BYTES = 2 ** 18;

async function* contents(
  sources: readonly string[],
  range: Partial<ByteRange>,
): AsyncGenerator<Buffer> {
  for (const source of sources) {
    const stream = createReadStream(source, { ...range, highWaterMark: READ_BYTES });
    for await (const chunk of stream) yield chunk as Buffer;
  }
}
