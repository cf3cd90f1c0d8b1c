import { spawnSync } from 'node:child_process';

/**
 * Writes a copy of a recording as a telephone exchange keeps it: 8 kHz, G.711 mu-law.
 * @throws Error when ffmpeg is missing or fails
 */
export function copyAsMuLaw(from: string, to: string): void {
  const quietly = ['-nostdin', '-v', 'error', '-y'];
  // `bitexact` keeps the encoder's version out of the header.
  const telephone = ['-ar', '8000', '-c:a', 'pcm_mulaw', '-bitexact'];
  const { error, status, stderr } = spawnSync(
    'ffmpeg',
    [...quietly, '-i', from, ...telephone, to],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`ffmpeg ended with status ${status}: ${stderr.trim()}`);
}
