/* oxlint-disable no-console -- a program for people */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRandomModel } from '../containers/whisper/tools/random-model.ts';
import { writeSileroGgml } from '../containers/whisper/tools/silero-ggml.ts';
import { writeScriptedModel } from '../containers/whisper/tools/scripted-model.ts';
import { madeCall, type Call } from './bench/whisper/calls.ts';
import { coldStartSeconds } from './bench/whisper/cold-starts.ts';
import { warmWorker } from './bench/whisper/warm-worker.ts';
import { cliSeconds } from './bench/whisper/whisper-cli.ts';

const ROUNDS = 3;
const THREADS = 2;
const CALL_SECONDS = 180;

const folder = await mkdtemp(join(tmpdir(), 'sada-bench-whisper-'));
const model = join(folder, 'tiny.bin');
const scripted = join(folder, 'scripted.bin');
writeRandomModel(model, 'tiny', 1);
const detector = join(folder, 'silero.bin');
writeSileroGgml(detector);
writeScriptedModel(scripted, { language: 'en', script: [{ text: 'hello', start: 0.2, end: 1 }] });

const [cpu] = cpus();
console.log(`${cpus().length} cores, ${cpu?.model.trim()}, Node ${process.versions.node}\n`);
console.log('| figure | limit | measured |\n| --- | --- | --- |');
const row = (figure: string, limit: string, measured: string): void =>
  console.log(`| ${figure} | ${limit} | ${measured} |`);

await againstCli(
  'continuous speech',
  '1.15',
  madeCall(folder, { seconds: CALL_SECONDS, silence: 0.02 }),
);
await againstCli(
  '60 % silence on each side',
  '0.55',
  madeCall(folder, { seconds: CALL_SECONDS, silence: 1.5 }),
);
await coldAgainstWarm();
await oneAgainstTwo();
await rm(folder, { recursive: true });

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

const times = (ratio: number): string => ratio.toFixed(2);
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

async function againstCli(name: string, limit: string, call: Call): Promise<void> {
  const worker = await warmWorker(model, { servers: 1, threads: THREADS });
  const ours: number[] = [];
  const theirs: number[] = [];
  let last = await worker.hear(call.stereo);
  for (let round = 0; round < ROUNDS; round++) {
    last = await worker.hear(call.stereo);
    ours.push(last.wallSeconds);
    theirs.push(await cliSeconds(call.channels, { model, threads: THREADS }));
  }
  await worker.close();
  const ratio = median(ours) / median(theirs);
  const seconds = `${median(ours).toFixed(1)} s over ${median(theirs).toFixed(1)} s`;
  row(`${name}: over whisper-cli a channel`, limit, `${times(ratio)} (${seconds})`);
  row(
    '- CPU of orchestration, of the call',
    '1 %',
    share(last.orchestrationCpuSeconds, call.seconds),
  );
  row(
    '- CPU of the detector, of a channel',
    '1.5 %',
    share(last.detectorCpuSeconds / 2, call.seconds),
  );
}

async function coldAgainstWarm(): Promise<void> {
  const short = madeCall(folder, { seconds: 5, silence: 1 });
  const files = Array.from({ length: 20 }, () => short.stereo);
  const cold = await coldStartSeconds(files, scripted);
  const started = performance.now();
  const worker = await warmWorker(scripted, { servers: 1, threads: 1 });
  for (const file of files) await worker.hear(file);
  const warm = (performance.now() - started) / 1000;
  await worker.close();
  const seconds = `${warm.toFixed(1)} s over ${cold.toFixed(1)} s`;
  row(
    '20 short calls by one worker over 20 cold starts',
    '0.5',
    `${times(warm / cold)} (${seconds})`,
  );
}

async function oneAgainstTwo(): Promise<void> {
  const call = madeCall(folder, { seconds: CALL_SECONDS, silence: 0.02 });
  const seconds: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const servers of [1, 2]) {
      const worker = await warmWorker(model, { servers, threads: 1 });
      const { wallSeconds } = await worker.hear(call.stereo);
      seconds[servers - 1]?.push(wallSeconds);
      await worker.close();
    }
  }
  const [one = [], two = []] = seconds;
  const gain = median(one) / median(two);
  const text = `${median(one).toFixed(1)} s over ${median(two).toFixed(1)} s`;
  row('throughput of two engines over one, a thread each', '1.5', `${times(gain)} (${text})`);
}
