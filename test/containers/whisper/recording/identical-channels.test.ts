import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelsAreIdentical } from '../../../../containers/whisper/src/recording/identical-channels.ts';
import { whiteNoise } from '../../../support/noise.ts';

const SECONDS = 10;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identical-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A sound that comes and goes, as speech does. */
const voice = (seed: number, loudness = 0.3): Float32Array =>
  whiteNoise(SECONDS, seed).map((sample, at) => (at % 32_000 < 20_000 ? sample * loudness : 0));

const plus = (...sounds: Float32Array[]): Float32Array =>
  voice(0, 0).map((_, at) => sounds.reduce((sum, sound) => sum + (sound[at] ?? 0), 0));

const quieter = (sound: Float32Array, by: number) => sound.map((sample) => sample * by);

/** A voice with what lossy coding adds to it. */
const coded = (error: Float32Array) => plus(voice(1), quieter(error, 0.02));

const half = (sound: Float32Array, first: boolean) =>
  sound.map((sample, at) => (at < sound.length / 2 === first ? sample : 0));

async function identical(left: Float32Array, right: Float32Array): Promise<boolean> {
  const files = [join(folder, 'left.pcm'), join(folder, 'right.pcm')] as const;
  for (const [at, sound] of [left, right].entries()) {
    const pcm = Int16Array.from(sound, (sample) => Math.round(sample * 16_000));
    await writeFile(files[at] ?? '', pcm);
  }
  return channelsAreIdentical(files, new AbortController().signal);
}

describe('two channels', () => {
  it('are one when they are the same', async () => {
    expect(await identical(voice(1), voice(1))).toBe(true);
  });

  it('are one when coding has changed them a little', async () => {
    const [left, right] = [whiteNoise(SECONDS, 2), whiteNoise(SECONDS, 3)];
    expect(await identical(coded(left), coded(right))).toBe(true);
  });

  it('are one whatever constant a cheap converter adds to one of them', async () => {
    expect(
      await identical(voice(1), plus(voice(1), new Float32Array(voice(1).length).fill(0.1))),
    ).toBe(true);
  });

  it('are two when two people speak', async () => {
    expect(await identical(voice(1), voice(2))).toBe(false);
  });

  it('are two when one of them is silent', async () => {
    expect(await identical(voice(1), voice(1, 0))).toBe(false);
    expect(await identical(voice(1, 0), voice(1, 0))).toBe(false);
  });

  it('are two when one hears the other faintly', async () => {
    expect(await identical(voice(1), quieter(voice(1), 0.1))).toBe(false);
  });

  it('are two when only the hold music is on both', async () => {
    const music = half(whiteNoise(SECONDS, 4), true);
    const speaker = (seed: number) => half(voice(seed, 0.1), false);
    expect(await identical(plus(music, speaker(1)), plus(music, speaker(2)))).toBe(false);
  });
});
