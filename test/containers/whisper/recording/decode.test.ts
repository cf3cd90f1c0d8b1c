import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../containers/whisper/src/clock.ts';
import { decode, type DecodeOptions } from '../../../../containers/whisper/src/recording/decode.ts';
import { encode } from '../../../support/ffmpeg.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';
import { whiteNoise } from '../../../support/noise.ts';
import { requirePrograms } from '../../../support/programs.ts';
import { tone, wavHeader, wavOf } from '../../../support/wav.ts';

let folder: string;

beforeAll(() => requirePrograms('ffmpeg', 'mkfifo'));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode-'));
});
afterEach(() => rm(folder, { recursive: true }));

const options = (given: Partial<DecodeOptions> = {}): DecodeOptions => ({
  clock: systemClock,
  signal: new AbortController().signal,
  folder,
  longestSeconds: 60,
  noiseReduction: false,
  ...given,
});

async function aFile(content: Buffer): Promise<string> {
  const file = join(folder, 'recording');
  await writeFile(file, content);
  return file;
}

const pcmFilesIn = async () => (await readdir(folder)).filter((name) => name.endsWith('.pcm'));

describe('decoding', () => {
  it.each(['wav', 'mp3', 'opus'])('makes one channel of two that are the same: %s', async (as) => {
    const file = await aFile(await encode(wavOf(whiteNoise(3), { channels: 2 }), as));
    const audio = await decode(file, { channels: 2 }, options());
    expect(audio.pcmFiles).toEqual([join(folder, '0.pcm')]);
    expect(audio.durationSeconds).toBeCloseTo(3, 1);
    expect(await pcmFilesIn()).toEqual(['0.pcm']);
  });

  it('blames the machine, not the recording, for a full disk', async () => {
    const file = await aFile(wavOf(tone(60)));
    await symlink('/dev/full', join(folder, '0.pcm'));
    await expect(decode(file, { channels: 1 }, options())).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
    });
  });

  it('takes what it can of a last frame that was cut short', async () => {
    const gsm = await encode(wavOf(tone(2)), 'gsm', ['-ar', '8000', '-ac', '1']);
    const file = await aFile(gsm.subarray(0, gsm.length - 10));
    const { durationSeconds } = await decode(file, { channels: 1 }, options());
    expect(durationSeconds).toBeCloseTo(2, 1);
  });

  it('ends on a file that grows faster than it is read', async () => {
    const openEnded = wavHeader(0xffffffff);
    const file = await aFile(Buffer.concat([openEnded, wavOf(tone(20)).subarray(44)]));
    const more = wavOf(tone(10)).subarray(44);
    const grow = async (): Promise<void> => {
      for (let written = 0; written < 50; written++) {
        await appendFile(file, more);
        await setImmediate();
      }
    };
    await Promise.all([
      expect(decode(file, { channels: 1 }, options({ longestSeconds: 30 }))).rejects.toMatchObject({
        code: 'TOO_LONG',
      }),
      grow(),
    ]);
  });

  it('kills a decoder that stalls', async () => {
    const fifo = join(folder, 'recording');
    execFileSync('mkfifo', [fifo]);
    const clock = new JumpingClock();
    const decoded = decode(fifo, { channels: 1 }, options({ clock }));
    await Promise.all([
      expect(decoded).rejects.toMatchObject({ code: 'ENGINE_FAILED' }),
      clock.jump(600_000),
    ]);
  });

  it('takes noise off where it is told to', async () => {
    const file = await aFile(wavOf(whiteNoise(5).map((sample) => sample * 0.01)));
    const loudness = async (noiseReduction: boolean): Promise<number> => {
      const { pcmFiles } = await decode(file, { channels: 1 }, options({ noiseReduction }));
      return decibels(await readFile(pcmFiles[0] ?? ''));
    };
    expect((await loudness(false)) - (await loudness(true))).toBeGreaterThan(6);
  });
});

/** Mean power of the second half, when the filter has learnt the noise. */
function decibels(pcm: Buffer): number {
  let power = 0;
  const from = pcm.length >> 2;
  for (let at = from; at < pcm.length >> 1; at++) power += pcm.readInt16LE(at * 2) ** 2;
  return 10 * Math.log10(power / from);
}
