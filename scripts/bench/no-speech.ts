import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSilero } from '../../containers/whisper/src/voice-activity/silero.ts';
import { listen } from '../../test/containers/whisper/recording/listen.ts';
import { holdMusic } from '../../test/support/hold-music.ts';
import { whiteNoise } from '../../test/support/noise.ts';
import { tone, wavOf } from '../../test/support/wav.ts';

/** How many stretches of speech the detector claims in a sound that has none. */
export interface NoSpeechFigures {
  sound: string;
  minutes: number;
  segments: number;
}

const SOUNDS: readonly [string, (seconds: number) => Float32Array][] = [
  ['white noise', (seconds) => whiteNoise(seconds)],
  ['dial tone', (seconds) => tone(seconds, 425)],
  ['hold music', (seconds) => holdMusic(seconds)],
  ['silence', (seconds) => new Float32Array(seconds * 16_000)],
];

/** Listens to half an hour of each; no segment means that no engine hears a thing of it. */
export async function hearNothing(minutes = 30): Promise<NoSpeechFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  const detector = await loadSilero();
  const figures: NoSpeechFigures[] = [];
  for (const [sound, make] of SOUNDS) {
    const recording = wavOf(make(minutes * 60));
    const { channels } = await listen(recording, { detector, folder, name: 'call' });
    const segments = channels.reduce((sum, channel) => sum + channel.segments.length, 0);
    figures.push({ sound, minutes, segments });
  }
  await rm(folder, { recursive: true });
  return figures;
}
