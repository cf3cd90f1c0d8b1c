import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A WAV in another format, by file extension.
 * @param options ffmpeg's own, for the output
 * @throws naming the set-up line when ffmpeg is missing
 */
export async function encode(
  wav: Buffer,
  extension: string,
  options: readonly string[] = [],
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'encode-'));
  const [from, to] = [join(folder, 'in.wav'), join(folder, `out.${extension}`)];
  try {
    await writeFile(from, wav);
    await run('ffmpeg', ['-nostdin', '-v', 'error', '-i', from, ...options, to]);
    return await readFile(to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error('ffmpeg is missing: npm run setup:all', { cause: error });
  } finally {
    await rm(folder, { recursive: true });
  }
}
