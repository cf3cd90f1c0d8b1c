import type { Call } from './calls.ts';
import { warmWorker, type Hearing } from './warm-worker.ts';
import { cliSeconds } from './whisper-cli.ts';

const ROUNDS = 3;
const THREADS = 2;

export interface Comparison {
  ours: number;
  theirs: number;
  /** With whisper-cli's own voice detector. */
  theirsWithVad: number;
  last: Hearing;
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** Median seconds of a worker that has its model loaded and of `whisper-cli`, turn by turn. */
export async function compare(
  call: Call,
  { model, detector }: { model: string; detector: string },
): Promise<Comparison> {
  const worker = await warmWorker(model, { servers: 1, threads: THREADS });
  const [ours, theirs, theirsWithVad]: [number[], number[], number[]] = [[], [], []];
  let last = await worker.hear(call.stereo);
  for (let round = 0; round < ROUNDS; round++) {
    last = await worker.hear(call.stereo);
    ours.push(last.wallSeconds);
    theirs.push(await cliSeconds(call.channels, { model, threads: THREADS }));
    theirsWithVad.push(await cliSeconds(call.channels, { model, threads: THREADS, detector }));
  }
  await worker.close();
  return {
    ours: median(ours),
    theirs: median(theirs),
    theirsWithVad: median(theirsWithVad),
    last,
  };
}
