import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Misuse } from '../misuse.ts';

/** What a folder is searched for; a file that is named itself may have any extension. */
const AUDIO_EXTENSIONS = new Set(
  '.aac .aif .aiff .amr .flac .gsm .m4a .mka .mp3 .mp4 .oga .ogg .opus .wav .webm .wma'.split(' '),
);

/**
 * The recordings that the arguments mean: files as they are named, folders searched through, in
 * the order given and by name within a folder.
 * @throws Misuse when a path is not there, is neither file nor folder, or a folder has none
 */
export async function recordingsIn(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(recordingsAt));
  return found.flat();
}

async function recordingsAt(path: string): Promise<string[]> {
  const what = await stat(path).catch(() => null);
  if (what === null) throw new Misuse(`no such file or folder: ${path}`);
  if (what.isFile()) return [path];
  if (!what.isDirectory()) throw new Misuse(`expected a file or a folder: ${path}`);
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const recordings = files
    .filter((file) => file.isFile() && AUDIO_EXTENSIONS.has(extname(file.name).toLowerCase()))
    .map((file) => join(file.parentPath, file.name))
    .sort();
  if (recordings.length > 0) return recordings;
  throw new Misuse(`no recordings in ${path} (looked for ${[...AUDIO_EXTENSIONS].join(' ')})`);
}
