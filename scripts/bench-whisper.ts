/* oxlint-disable no-console -- a program for people */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  SHAPES,
  writeRandomModel,
  type ShapeName,
} from '../containers/whisper/tools/random-model.ts';
import { writeScriptedModel } from '../containers/whisper/tools/scripted-model.ts';
import { writeSileroGgml } from '../containers/whisper/tools/silero-ggml.ts';
import { clips, hearBroken } from '../test/containers/whisper/recording/broken-files.ts';
import { hearFormats } from './bench/formats.ts';
import { listenFor } from './bench/listening.ts';
import { hearNothing } from './bench/no-speech.ts';
import { hearNoise } from './bench/noise-reduction.ts';
import { compare, type Comparison } from './bench/whisper/against-cli.ts';
import { madeCall } from './bench/whisper/calls.ts';
import { oneAndTwoEngines, shortCalls } from './bench/whisper/workers.ts';

const CALL_SECONDS = 120;

const SECTIONS = { cli, worker, listening, nothing, formats, noise, broken };
type Section = keyof typeof SECTIONS;

const { positionals: asked, values } = parseArgs({
  options: { shape: { type: 'string', default: 'small' } },
  allowPositionals: true,
});
const unknown = asked.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) {
  console.error(`expected any of ${Object.keys(SECTIONS).join(', ')}, got ${unknown}`);
  process.exit(2);
}
if (!Object.hasOwn(SHAPES, values.shape)) {
  console.error(`--shape: expected any of ${Object.keys(SHAPES).join(', ')}, got ${values.shape}`);
  process.exit(2);
}
const [cpu] = cpus();
console.log(`${cpus().length} cores, ${cpu?.model.trim()}, Node ${process.versions.node}\n`);
console.log('| figure | limit | measured |\n| --- | --- | --- |');
const folder = await mkdtemp(join(tmpdir(), 'sada-bench-whisper-'));
for (const name of Object.keys(SECTIONS) as Section[]) {
  if (asked.length === 0 || asked.includes(name)) await SECTIONS[name]();
}
await rm(folder, { recursive: true });

function row(figure: string, limit: string, measured: string): void {
  console.log(`| ${figure} | ${limit} | ${measured} |`);
}

function ratio(part: number, whole: number): string {
  return `${(part / whole).toFixed(2)} (${part.toFixed(1)} s over ${whole.toFixed(1)} s)`;
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** A model of true shape: time depends on the shape and on how many tokens are said. */
function randomModel(shape: ShapeName): string {
  const model = join(folder, `${shape}.bin`);
  writeRandomModel(model, shape, 1);
  return model;
}

async function cli(): Promise<void> {
  const model = randomModel(values.shape as ShapeName);
  const detector = join(folder, 'silero.bin');
  writeSileroGgml(detector);

  const continuous = madeCall(folder, { seconds: CALL_SECONDS, silence: 0.02 });
  const [spoken] = await compare(continuous, { model, detectors: [undefined] });
  if (spoken) comparison('continuous speech', 'whisper-cli', '1.15', spoken);

  const silent = madeCall(folder, { seconds: CALL_SECONDS, silence: 1.5 });
  const [plain, withVad] = await compare(silent, { model, detectors: [undefined, detector] });
  if (plain) comparison('60 % silence a channel', 'whisper-cli', '0.55', plain);
  if (withVad) comparison('60 % silence a channel', 'whisper-cli --vad', '1.05', withVad);
}

function comparison(
  name: string,
  program: string,
  limit: string,
  { ours, theirs, last }: Comparison,
): void {
  row(`${name}: over \`${program}\``, limit, ratio(ours, theirs));
  const share = last.orchestrationCpuSeconds / CALL_SECONDS;
  row('- CPU of orchestration, of the call', '1 %', percent(share, 2));
}

async function worker(): Promise<void> {
  const scripted = join(folder, 'scripted.bin');
  const script = [{ text: 'hello', start: 0.2, end: 1 }];
  writeScriptedModel(scripted, { language: 'en', script });
  const { warm, cold } = await shortCalls(folder, scripted);
  row('20 short calls by one worker, over 20 cold starts', '0.5', ratio(warm, cold));
  const { one, two } = await oneAndTwoEngines(folder, randomModel('tiny'));
  row('throughput of two engines over one, a thread each', '1.5', ratio(one, two));
}

async function listening(): Promise<void> {
  const [short, long] = [await listenFor(10), await listenFor(60)];
  row('detector, CPU a channel of 60 min', '1.5 %', percent(long.detectorShare, 2));
  row('peak memory, 60 min of stereo mp3', '200 MB', `${long.peakMegabytes.toFixed(0)} MB`);
  const growth = (long.peakMegabytes / short.peakMegabytes).toFixed(2);
  row('- over that of 10 min', '1.2', growth);
  const longest = await listenFor(180);
  row('peak memory, 3 hours', '200 MB', `${longest.peakMegabytes.toFixed(0)} MB`);
}

async function nothing(): Promise<void> {
  for (const { sound, minutes, segments } of await hearNothing()) {
    row(`${minutes} min of ${sound}: stretches of speech`, '0', String(segments));
  }
}

async function formats(): Promise<void> {
  for (const { format, lossless, wordsKept } of await hearFormats()) {
    row(`words of the WAV kept: ${format}`, lossless ? '90 %' : '80 %', percent(wordsKept));
  }
}

async function noise(): Promise<void> {
  for (const { signalToNoise, noiseReduction, words, errors } of await hearNoise()) {
    const level = signalToNoise === Infinity ? 'no noise added' : `${signalToNoise} dB over noise`;
    const filter = noiseReduction ? 'on' : 'off';
    row(`word errors, ${level}, noise reduction ${filter}`, '', percent(errors / words));
  }
}

async function broken(): Promise<void> {
  const endings = await hearBroken(await clips(), 300);
  for (const [ending, count] of endings) row(`300 broken files: ${ending}`, '', String(count));
}
