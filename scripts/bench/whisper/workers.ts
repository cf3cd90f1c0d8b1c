import { madeCall } from './calls.ts';
import { coldStartSeconds } from './cold-starts.ts';
import { median } from './against-cli.ts';
import { warmWorker } from './warm-worker.ts';

const ROUNDS = 3;
const SHORT_CALLS = 20;

/** Seconds for 20 short calls: by one worker, its start included, and each by a program of its own. */
export async function shortCalls(
  folder: string,
  model: string,
): Promise<{ warm: number; cold: number }> {
  const { stereo } = madeCall(folder, { seconds: 5, silence: 1 });
  const files = Array.from({ length: SHORT_CALLS }, () => stereo);
  const cold = await coldStartSeconds(files, model);
  const started = performance.now();
  const worker = await warmWorker(model, { servers: 1, threads: 1 });
  for (const file of files) await worker.hear(file);
  const warm = (performance.now() - started) / 1000;
  await worker.close();
  return { warm, cold };
}

/** Median seconds that one engine and that two engines take for a call, a thread each. */
export async function oneAndTwoEngines(
  folder: string,
  model: string,
): Promise<{ one: number; two: number }> {
  const { stereo } = madeCall(folder, { seconds: 60, silence: 0.02 });
  const seconds: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const servers of [1, 2] as const) {
      const worker = await warmWorker(model, { servers, threads: 1 });
      seconds[servers - 1]?.push((await worker.hear(stereo)).wallSeconds);
      await worker.close();
    }
  }
  const [one, two] = seconds;
  return { one: median(one), two: median(two) };
}
