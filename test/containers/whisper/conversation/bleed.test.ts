import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBleed } from '../../../../containers/whisper/src/conversation/bleed.ts';
import { openLoudnessMeter } from '../../../../containers/whisper/src/conversation/loudness.ts';
import { said } from './said.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bleed-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A square wave: from these seconds on, this many decibels below full scale; silence before. */
type Level = [from: number, decibels: number];

let files = 0;

async function aChannel(channel: number, ...levels: Level[]) {
  const samples = new Int16Array(10 * 16_000);
  for (const [from, decibels] of levels) {
    const amplitude = Math.round(32_767 * 10 ** (-decibels / 20));
    for (let at = from * 16_000; at < samples.length; at++) {
      samples[at] = Math.floor(at / 20) % 2 === 0 ? amplitude : -amplitude;
    }
  }
  const pcmFile = join(folder, `${files++}.pcm`);
  await writeFile(pcmFile, new Uint8Array(samples.buffer));
  return { channel, pcmFile };
}

const heard = (...segments: ReturnType<typeof said>[]) => ({ segments, rejected: [] });
const textsOf = ({ segments }: Awaited<ReturnType<typeof withoutBleed>>) =>
  segments.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('bleed', () => {
  const agent = said(0, ['my', 1], ['order', 1.5], ['is', 2], ['late', 2.5]);
  const copy = said(1, ['my', 1.1], ['order', 1.6], ['sure', 4], ['late', 2.9]);

  it('is taken out of the quiet channel and kept as rejected, what follows each other in one', async () => {
    const channels = [await aChannel(0, [0, 10]), await aChannel(1, [0, 30])];
    const result = await withoutBleed(heard(agent, copy), channels);
    expect(textsOf(result)).toEqual(['my order is late', 'sure']);
    expect(result.rejected).toEqual([
      { channel: 1, start: 1.1, end: 2, text: 'my order', reason: 'bleed' },
      { channel: 1, start: 2.9, end: 3.3, text: 'late', reason: 'bleed' },
    ]);
  });

  it('is found on either channel', async () => {
    const channels = [await aChannel(0, [0, 30]), await aChannel(1, [0, 10])];
    const result = await withoutBleed(heard(agent, copy), channels);
    expect(textsOf(result)).toEqual(['is', 'my order sure late']);
  });

  it.each([
    [11, 'two who say the same at once'],
    [0, 'two who are just as loud'],
  ])('is not what is %i dB quieter: %s', async (difference) => {
    const channels = [await aChannel(0, [0, 10]), await aChannel(1, [0, 10 + difference])];
    const result = await withoutBleed(heard(agent, copy), channels);
    expect(result).toEqual(heard(agent, copy));
  });

  it('is measured where the word is, not over the whole channel', async () => {
    const channels = [await aChannel(0, [0, 10], [2, 40]), await aChannel(1, [0, 30])];
    const result = await withoutBleed(heard(agent, copy), channels);
    expect(textsOf(result)).toEqual(['my order is late', 'sure late']);
  });

  it('is not what is said more than half a second later, nor another word', async () => {
    const channels = [await aChannel(0, [0, 10]), await aChannel(1, [0, 30])];
    const later = said(1, ['order', 2.01], ['was', 2.05]);
    expect(textsOf(await withoutBleed(heard(agent, later), channels))[1]).toBe('order was');
  });

  it('is the same word however it is written', async () => {
    const channels = [await aChannel(0, [0, 10]), await aChannel(1, [0, 30])];
    const arabic = heard(said(0, ['أهلاً،', 1, 'ar']), said(1, ['اهلا', 1.2, 'ar']));
    expect(textsOf(await withoutBleed(arabic, channels))).toEqual(['أهلاً،', '']);
  });

  it('takes one copy for one word', async () => {
    const channels = [await aChannel(0, [0, 10]), await aChannel(1, [0, 30])];
    const twice = heard(said(0, ['no', 1]), said(1, ['no', 1.1], ['no', 1.4]));
    expect(textsOf(await withoutBleed(twice, channels))).toEqual(['no', 'no']);
  });

  it('takes a copy of each word that is said twice', async () => {
    const channels = [await aChannel(0, [0, 10]), await aChannel(1, [0, 30])];
    const twice = heard(said(0, ['no', 1], ['no', 1.3]), said(1, ['no', 1.1], ['no', 1.4]));
    expect(textsOf(await withoutBleed(twice, channels))).toEqual(['no no', '']);
  });

  it('is none on one channel', async () => {
    expect(await withoutBleed(heard(agent), [await aChannel(0)])).toEqual(heard(agent));
  });
});

describe('loudness', () => {
  it('is the RMS of a stretch in decibels of full scale', async () => {
    const meter = await openLoudnessMeter((await aChannel(0, [2, 20], [4, 6])).pcmFile);
    expect(await meter.decibels({ start: 2, end: 3 })).toBeCloseTo(-20, 1);
    expect(await meter.decibels({ start: 4.5, end: 4.6 })).toBeCloseTo(-6, 1);
    expect(await meter.decibels({ start: 0, end: 1 })).toBe(-Infinity);
    expect(await meter.decibels({ start: 11, end: 12 })).toBe(-Infinity);
    await meter.close();
  });
});
