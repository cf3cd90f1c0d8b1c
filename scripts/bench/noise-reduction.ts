import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../containers/whisper/src/clock.ts';
import { ownProgress } from '../../containers/whisper/src/engines/engine.ts';
import { pocketsphinx } from '../../containers/whisper/src/engines/pocketsphinx.ts';
import { loadSilero } from '../../containers/whisper/src/voice-activity/silero.ts';
import { PROJECT_ROOT } from '../../local/project.ts';
import type { Truth } from '../../samples/truth.ts';
import { listen } from '../../test/containers/whisper/recording/listen.ts';
import { encode } from '../../test/support/ffmpeg.ts';
import { whiteNoise } from '../../test/support/noise.ts';
import { firstSeconds, wavHeader } from '../../test/support/wav.ts';
import { editDistance } from '../../core/evaluation/edit-distance.ts';
import { normalisedWords } from '../../core/evaluation/speech/words.ts';

/** Words of the demo recogniser on a call with telephone noise. */
export interface NoiseFigures {
  /** Speech over noise, in decibels; Infinity without noise. */
  signalToNoise: number;
  noiseReduction: boolean;
  words: number;
  errors: number;
}

const SAMPLE = join(PROJECT_ROOT, 'samples', 'refund-resolved-mono');
/** Four turns: a recogniser takes its time over noise. */
const SECONDS = 18.9;
const RATIOS = [Infinity, 20, 15, 10];
/** The telephone's band, and its G.711 at 8 kHz. */
const TELEPHONE = ['-af', 'highpass=300,lowpass=3400', '-ar', '8000', '-c:a', 'pcm_mulaw'];

/** Word errors at several noise levels, with the noise reduction and without. */
export async function hearNoise(): Promise<NoiseFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  const detector = await loadSilero();
  const wav = firstSeconds(await readFile(`${SAMPLE}.wav`), SECONDS);
  const truth = JSON.parse(await readFile(`${SAMPLE}.truth.json`, 'utf8')) as Truth;
  const said = truth.turns
    .filter(({ end }) => end < SECONDS)
    .flatMap(({ text }) => normalisedWords(text));
  const figures: NoiseFigures[] = [];
  for (const signalToNoise of RATIOS) {
    const recording = await encode(noisy(wav, signalToNoise), 'wav', TELEPHONE);
    for (const noiseReduction of [false, true]) {
      const { channels } = await listen(recording, {
        detector,
        folder,
        name: 'call',
        noiseReduction,
      });
      const options = { language: 'en', signal: new AbortController().signal } as const;
      const heard = await pocketsphinx(systemClock).recognise(channels, {
        ...options,
        progress: ownProgress(),
      });
      const words = heard.segments.flatMap((segment) => segment.words.map(({ text }) => text));
      const errors = editDistance(said, words.flatMap(normalisedWords));
      figures.push({ signalToNoise, noiseReduction, words: said.length, errors });
    }
  }
  await rm(folder, { recursive: true });
  return figures;
}

/** White noise under a 16-bit WAV, at a ratio to its power while it is not silent. */
function noisy(wav: Buffer, signalToNoise: number): Buffer {
  const data = wav.subarray(44);
  const samples = Array.from({ length: data.length >> 1 }, (_, at) => data.readInt16LE(at * 2));
  const spoken = samples.filter((sample) => Math.abs(sample) > 300);
  const power = spoken.reduce((sum, sample) => sum + sample ** 2, 0) / spoken.length;
  // Uniform noise from -1 to 1 has a power of a third.
  const loudness = Math.sqrt((3 * power) / 10 ** (signalToNoise / 10));
  const noise = whiteNoise(Math.ceil(samples.length / 16_000), 5);
  const mixed = Buffer.alloc(data.length);
  samples.forEach((sample, at) => {
    const sum = Math.round(sample + loudness * (noise[at] ?? 0));
    mixed.writeInt16LE(Math.max(-32_768, Math.min(32_767, sum)), at * 2);
  });
  return Buffer.concat([wavHeader(data.length), mixed]);
}
