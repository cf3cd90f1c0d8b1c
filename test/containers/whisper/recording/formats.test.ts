import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../containers/whisper/src/clock.ts';
import { ownProgress } from '../../../../containers/whisper/src/engines/engine.ts';
import { pocketsphinx } from '../../../../containers/whisper/src/engines/pocketsphinx.ts';
import { loadSilero } from '../../../../containers/whisper/src/voice-activity/silero.ts';
import type { VoiceDetector } from '../../../../containers/whisper/src/voice-activity/detector.ts';
import { AUDIO_FORMATS } from '../../../support/audio-formats.ts';
import { encode } from '../../../support/ffmpeg.ts';
import { requirePrograms } from '../../../support/programs.ts';
import { firstSeconds } from '../../../support/wav.ts';
import { editDistance } from '../../../../core/evaluation/edit-distance.ts';
import { listen, type Listened } from './listen.ts';

/** Two turns: a greeting and a complaint. */
const SECONDS = 10.1;
const WAV = AUDIO_FORMATS[0]?.name ?? '';
const AMR = ['call', 'call-wideband'].map((name) => `AMR ${name}`);
const MONO_WAV = 'WAV of one channel';
/** Each format, and the WAV that it was made from. */
const CASES = [
  ...AUDIO_FORMATS.slice(1).map(({ name, channels }) => [name, channels ? MONO_WAV : WAV] as const),
  ...AMR.map((name) => [name, MONO_WAV] as const),
];
/** Telephone formats, the hardest to hear; `docs/benchmarks/whisper.md` has the words of all. */
const RECOGNISED = ['WAV GSM', 'AMR call'];

const sample = async (name: string) =>
  firstSeconds(await readFile(new URL(`../../../../samples/${name}`, import.meta.url)), SECONDS);

let folder: string;
let detector: VoiceDetector;
const heard = new Map<string, Listened>();
const words = new Map<string, string[]>();

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe', 'pocketsphinx_batch');
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
  detector = await loadSilero();
  const stereo = await sample('refund-resolved.wav');
  const mono = await sample('refund-resolved-mono.wav');
  heard.set(MONO_WAV, await listenTo(mono));
  for (const { name, extension, options, channels } of AUDIO_FORMATS) {
    heard.set(name, await listenTo(await encode(channels ? mono : stereo, extension, options)));
  }
  for (const name of AMR) {
    const fixture = `../../../support/amr/${name.slice('AMR '.length)}.amr`;
    heard.set(name, await listenTo(await readFile(new URL(fixture, import.meta.url))));
  }
  await recognise([MONO_WAV, ...RECOGNISED]);
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

const listenTo = (recording: Buffer) =>
  listen(recording, { detector, folder, name: String(heard.size) });

/** One run of the recogniser hears a few formats, as if each were a channel of one call. */
async function recognise(names: readonly string[]): Promise<void> {
  const speech = names.flatMap((name, call) =>
    (heard.get(name)?.channels ?? []).map((one) => ({ ...one, channel: 2 * call + one.channel })),
  );
  const { signal } = new AbortController();
  const options = { language: 'en', signal, progress: ownProgress() } as const;
  const { segments } = await pocketsphinx(systemClock).recognise(speech, options);
  names.forEach((name, call) => {
    const own = segments.filter(({ channel }) => channel >> 1 === call);
    words.set(
      name,
      own.flatMap((segment) => segment.words.map(({ text }) => text)),
    );
  });
}

/** Both lists within a tenth of a second of each other, all along. */
function expectAlike(found: Listened | undefined, wanted: Listened | undefined): void {
  expect(found?.channels.length).toBe(wanted?.channels.length);
  const [these, those] = [timesOf(found), timesOf(wanted)];
  expect(these.length).toBe(those.length);
  const furthest = Math.max(...these.map((time, at) => Math.abs(time - (those[at] ?? Infinity))));
  expect(furthest, `${these.join(' ')} against ${those.join(' ')}`).toBeLessThanOrEqual(0.1);
}

const timesOf = (listened: Listened | undefined): number[] => [
  ...(listened?.channels ?? []).flatMap(({ segments }) =>
    segments.flatMap(({ start, end }) => [start, end]),
  ),
  listened?.durationSeconds ?? 0,
];

describe('a call in another format', () => {
  it.each(CASES)('has the speech of the WAV, when it was said: %s', (name, original) => {
    expectAlike(heard.get(name), heard.get(original));
  });

  it('has both speakers where the format has two channels', () => {
    const spoken = heard.get(WAV)?.channels.map(({ segments }) => segments.length > 0);
    expect(spoken).toEqual([true, true]);
    expect(heard.get(MONO_WAV)?.channels[0]?.segments.length).toBeGreaterThan(1);
  });

  it.each(RECOGNISED)('keeps the words of the WAV: %s', (name) => {
    const said = words.get(MONO_WAV) ?? [];
    expect(said.length).toBeGreaterThan(20);
    const kept = 1 - editDistance(said, words.get(name) ?? []) / said.length;
    expect(kept).toBeGreaterThanOrEqual(0.8);
  });
});
