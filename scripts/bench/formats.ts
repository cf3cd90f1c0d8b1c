import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../containers/whisper/src/clock.ts';
import { ownProgress } from '../../containers/whisper/src/engines/engine.ts';
import { pocketsphinx } from '../../containers/whisper/src/engines/pocketsphinx.ts';
import { loadSilero } from '../../containers/whisper/src/voice-activity/silero.ts';
import { editDistance } from '../../core/evaluation/edit-distance.ts';
import { PROJECT_ROOT } from '../../local/project.ts';
import { listen, type Listened } from '../../test/containers/whisper/recording/listen.ts';
import { AUDIO_FORMATS } from '../../test/support/audio-formats.ts';
import { encode } from '../../test/support/ffmpeg.ts';
import { firstSeconds } from '../../test/support/wav.ts';

export interface FormatFigures {
  format: string;
  lossless: boolean;
  /** Of the words that the demo recogniser hears in the WAV, those that it hears again. */
  wordsKept: number;
}

/** The greeting and the complaint of a sample: what `test/support/amr` was made of too. */
const SECONDS = 10.1;

/** Words that the demo recogniser hears in each format, over those it hears in the WAV. */
export async function hearFormats(): Promise<FormatFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  const detector = await loadSilero();
  const [stereo, mono] = await Promise.all(['refund-resolved', 'refund-resolved-mono'].map(sample));
  if (stereo === undefined || mono === undefined) throw new Error('no samples');
  let calls = 0;
  const words = async (recording: Buffer): Promise<string[]> =>
    recognised(await listen(recording, { detector, folder, name: `call${calls++}` }));
  const wanted = { stereo: await words(stereo), mono: await words(mono) };
  const figures: FormatFigures[] = [];
  for (const { name, extension, options, lossless, channels } of AUDIO_FORMATS) {
    const found = await words(await encode(channels ? mono : stereo, extension, options));
    const wordsKept = kept(found, channels ? wanted.mono : wanted.stereo);
    figures.push({ format: name, lossless, wordsKept });
  }
  for (const [format, file] of [
    ['AMR-NB', 'call.amr'],
    ['AMR-WB', 'call-wideband.amr'],
  ] as const) {
    const found = await words(await readFile(join(PROJECT_ROOT, 'test', 'support', 'amr', file)));
    figures.push({ format, lossless: false, wordsKept: kept(found, wanted.mono) });
  }
  await rm(folder, { recursive: true });
  return figures;
}

const kept = (found: readonly string[], of: readonly string[]): number =>
  1 - editDistance(of, found) / of.length;

const sample = async (name: string): Promise<Buffer> =>
  firstSeconds(await readFile(join(PROJECT_ROOT, 'samples', `${name}.wav`)), SECONDS);

async function recognised({ channels }: Listened): Promise<string[]> {
  const { signal } = new AbortController();
  const options = { language: 'en', signal, progress: ownProgress() } as const;
  const { segments } = await pocketsphinx(systemClock).recognise(channels, options);
  return segments.flatMap((segment) => segment.words.map(({ text }) => text));
}
