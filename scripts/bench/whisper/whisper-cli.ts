import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { whisperCliProgram } from '../../../local/whisper-cpp.ts';

const run = promisify(execFile);

export interface CliOptions {
  model: string;
  threads: number;
  /** Weights of its own voice detector; without, it hears silence too. */
  detector: string | undefined;
}

/**
 * Seconds that `whisper-cli` takes for recordings of one channel, run once for each, with our
 * decoding: beam of 5, no context, English, words with times.
 */
export async function cliSeconds(
  channels: readonly string[],
  options: CliOptions,
): Promise<number> {
  const started = performance.now();
  for (const file of channels) await hear(file, options);
  return (performance.now() - started) / 1000;
}

async function hear(file: string, { model, threads, detector }: CliOptions): Promise<void> {
  const program = whisperCliProgram();
  if (program === undefined) throw new Error('whisper-cli is not built; run: npm run setup:all');
  const decoding = ['-bs', '5', '-bo', '5', '-mc', '0', '-l', 'en', '-sns', '-ojf', '-np'];
  const input = ['-m', model, '-t', String(threads), '-f', file];
  const voice = detector === undefined ? [] : ['--vad', '--vad-model', detector];
  const env = {
    ...process.env,
    OMP_WAIT_POLICY: 'passive',
    GOMP_SPINCOUNT: '0',
    // Its detector takes four threads whatever it is told, which two cores cannot give it.
    OMP_THREAD_LIMIT: String(threads),
  };
  await run(program, [...input, ...decoding, ...voice], { env, maxBuffer: 2 ** 26 });
}
