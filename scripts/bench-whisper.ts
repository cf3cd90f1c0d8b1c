/* oxlint-disable no-console -- a program for people */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRandomModel } from '../containers/whisper/tools/random-model.ts';
import { writeScriptedModel } from '../containers/whisper/tools/scripted-model.ts';
import { writeSileroGgml } from '../containers/whisper/tools/silero-ggml.ts';
import { hearFormats } from './bench/formats.ts';
import { listenFor } from './bench/listening.ts';
import { hearNothing } from './bench/no-speech.ts';
import { hearNoise } from './bench/noise-reduction.ts';
import { compare } from './bench/whisper/against-cli.ts';
import { madeCall } from './bench/whisper/calls.ts';
import { oneAndTwoEngines, shortCalls } from './bench/whisper/workers.ts';

const CALL_SECONDS = 180;

const SECTIONS = { cli, worker, listening, nothing, formats, noise };
type Section = keyof typeof SECTIONS;

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) {
  console.error(`expected any of ${Object.keys(SECTIONS).join(', ')}, got ${unknown}`);
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

/** A model of the true shape of tiny: time depends on the shape and on how many tokens are said. */
function tiny(): string {
  const model = join(folder, 'tiny.bin');
  writeRandomModel(model, 'tiny', 1);
  return model;
}

async function cli(): Promise<void> {
  const [model, detector] = [tiny(), join(folder, 'silero.bin')];
  writeSileroGgml(detector);
  for (const [name, silence, limit, limitWithVad] of [
    ['continuous speech', 0.02, '1.15', ''],
    ['60 % silence a channel', 1.5, '0.55', '1.05'],
  ] as const) {
    const call = madeCall(folder, { seconds: CALL_SECONDS, silence });
    const { ours, theirs, theirsWithVad, last } = await compare(call, { model, detector });
    row(`${name}: over \`whisper-cli\``, limit, ratio(ours, theirs));
    row(`${name}: over \`whisper-cli --vad\``, limitWithVad, ratio(ours, theirsWithVad));
    const share = percent(last.orchestrationCpuSeconds / call.seconds, 2);
    row(`${name}: CPU of orchestration, of the call`, '1 %', share);
  }
}

async function worker(): Promise<void> {
  const scripted = join(folder, 'scripted.bin');
  const script = [{ text: 'hello', start: 0.2, end: 1 }];
  writeScriptedModel(scripted, { language: 'en', script });
  const { warm, cold } = await shortCalls(folder, scripted);
  row('20 short calls by one worker, over 20 cold starts', '0.5', ratio(warm, cold));
  const { one, two } = await oneAndTwoEngines(folder, tiny());
  row('throughput of two engines over one, a thread each', '1.5', ratio(one, two));
}

async function listening(): Promise<void> {
  const [short, long] = [await listenFor(10), await listenFor(60)];
  row('detector, CPU a channel of 60 min', '1.5 %', percent(long.detectorShare, 2));
  row('peak memory, 60 min of stereo mp3', '200 MB', `${long.peakMegabytes.toFixed(0)} MB`);
  const growth = (long.peakMegabytes / short.peakMegabytes).toFixed(2);
  row('- over that of 10 min', '1.2', growth);
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
