import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A file that can be read from anywhere, as often as one likes. */
export interface Seekable {
  readonly path: string;
  readonly forget: () => Promise<void>;
}

/** The file itself, or a copy of what comes out of a pipe, kept until it is forgotten. */
export async function seekable(path: string): Promise<Seekable> {
  const what = await stat(path).catch(() => null);
  if (!what?.isFIFO() && !what?.isCharacterDevice()) return { path, forget: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'sada-'));
  const copy = join(folder, 'rows.jsonl');
  await pipeline(createReadStream(path), createWriteStream(copy, { mode: 0o600 }));
  return { path: copy, forget: () => rm(folder, { recursive: true, force: true }) };
}
