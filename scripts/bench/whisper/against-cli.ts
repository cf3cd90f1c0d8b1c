import type { Call } from './calls.ts';
import { warmWorker, type Hearing } from './warm-worker.ts';
import { cliSeconds } from './whisper-cli.ts';

const ROUNDS = 3;
const THREADS = 2;

export interface Comparison {
  ours: number;
  theirs: number;
  last: Hearing;
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/**
 * Median seconds of a worker that has its model loaded and of `whisper-cli`, turn by turn.
 * @param detectors of whisper-cli: weights of its own, or none, when it hears silence too
 */
export async function compare(
  call: Call,
  { model, detectors }: { model: string; detectors: readonly (string | undefined)[] },
): Promise<Comparison[]> {
  const worker = await warmWorker(model, { servers: 1, threads: THREADS });
  const ours: number[] = [];
  const theirs: number[][] = detectors.map(() => []);
  let last = await worker.hear(call.stereo);
  for (let round = 0; round < ROUNDS; round++) {
    last = await worker.hear(call.stereo);
    ours.push(last.wallSeconds);
    for (const [at, detector] of detectors.entries()) {
      theirs[at]?.push(await cliSeconds(call.channels, { model, threads: THREADS, detector }));
    }
  }
  await worker.close();
  return theirs.map((seconds) => ({ ours: median(ours), theirs: median(seconds), last }));
}
