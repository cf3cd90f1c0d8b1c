import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../local/project.ts';

/** What decoding and voice detection cost the worker's Node process. */
export interface ListeningFigures {
  audioSeconds: number;
  channels: number;
  /** CPU of the detector, a channel, over the audio's duration. */
  detectorShare: number;
  /** Most memory the process ever held, in megabytes (10^6 bytes). */
  peakMegabytes: number;
}

const run = promisify(execFile);
const PROGRAM = join(PROJECT_ROOT, 'scripts', 'bench', 'listen-once.ts');

/** Decodes and listens to a stereo mp3 of that length in a process of its own. */
export async function listenFor(minutes: number): Promise<ListeningFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  try {
    const file = join(folder, 'call.mp3');
    const sample = join(PROJECT_ROOT, 'samples', 'refund-resolved.wav');
    const input = ['-nostdin', '-v', 'error', '-stream_loop', '-1', '-i', sample];
    await run('ffmpeg', [...input, '-t', String(minutes * 60), '-b:a', '64k', file]);
    const args = ['--import', import.meta.resolve('tsx/esm'), PROGRAM, file];
    const { stdout } = await run(process.execPath, args);
    return JSON.parse(stdout) as ListeningFigures;
  } finally {
    await rm(folder, { recursive: true });
  }
}
