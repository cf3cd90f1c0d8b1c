import { readFileSync, readdirSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../core/seeded-random.ts';
import type { Line } from '../../samples/script.ts';
import { contractAngryCancellation } from '../../samples/scripts/contract-angry-cancellation.ts';
import { refundResolved } from '../../samples/scripts/refund-resolved.ts';
import { routerFollowUp } from '../../samples/scripts/router-follow-up.ts';
import { record } from '../../samples/timeline.ts';
import { truthOf, type Truth } from '../../samples/truth.ts';
import { speak } from '../../samples/voices.ts';
import { mixed, wav } from '../../samples/wav.ts';
import { ROOT } from '../support/project-files.ts';
import { requirePrograms } from '../support/programs.ts';

const SCRIPTS = [refundResolved, routerFollowUp, contractAngryCancellation];
const FOLDER = `${ROOT}samples/`;
const WAVS = readdirSync(FOLDER).filter((file) => file.endsWith('.wav'));

const truthIn = (name: string) =>
  JSON.parse(readFileSync(`${FOLDER}${name}.truth.json`, 'utf8')) as Truth;

beforeAll(() => requirePrograms('flite'));

describe('the samples', () => {
  it.each(SCRIPTS)('are what their scripts make, to the byte: $name', (script) => {
    const call = record(script, speak);
    const made = wav([call.left, call.right]);
    expect(made.equals(readFileSync(`${FOLDER}${script.name}.wav`))).toBe(true);
    expect(truthIn(script.name)).toEqual(truthOf(script, call));
  });

  it.each(SCRIPTS)(
    'have an overlap, a wait and a call length that people have: $name',
    (script) => {
      const { durationSeconds, turns } = truthIn(script.name);
      const gaps = turns.slice(1).map((turn, at) => turn.start - lastEnd(turns.slice(0, at + 1)));
      expect(Math.min(...gaps)).toBeLessThan(-0.2);
      expect(Math.max(...gaps)).toBeGreaterThan(2);
      expect(durationSeconds).toBeGreaterThan(30);
      expect(durationSeconds).toBeLessThan(60);
    },
  );

  it('stay under 15 MB, each with its truth', () => {
    expect(WAVS).toHaveLength(5);
    for (const file of WAVS)
      expect(truthIn(file.replace('.wav', '')).turns.length).toBeGreaterThan(5);
    const bytes = WAVS.reduce((sum, file) => sum + statSync(`${FOLDER}${file}`).size, 0);
    expect(bytes).toBeLessThan(15e6);
  });

  it('say numbers as words, as voices and recognisers expect', () => {
    for (const { lines } of SCRIPTS) for (const { text } of lines) expect(text).not.toMatch(/\d/);
  });
});

describe('a time line', () => {
  it('puts each speaker on a channel of their own, pauses and overlaps as scripted', () => {
    const lines = [line('agent', 0.5), line('customer', -0.25), line('agent', 1)];
    const { left, right, utterances } = record({ ...refundResolved, lines }, oneSecond);
    expect(utterances.map(({ start, end }) => [start / 16_000, end / 16_000])).toEqual([
      [0.5, 1.5],
      [1.25, 2.25],
      [3.25, 4.25],
    ]);
    expect([1, 2, 3.5].map((second) => isLoud(left, second))).toEqual([true, false, true]);
    expect([1, 2, 3.5].map((second) => isLoud(right, second))).toEqual([false, true, false]);
  });

  it('holds a mix of loud voices within 16 bits', () => {
    const [loud, louder] = [Int16Array.of(30_000, -30_000), Int16Array.of(9000, -9000)];
    expect([...mixed(loud, louder)]).toEqual([32_767, -32_768]);
  });
});

describe('seeded noise', () => {
  it('is the same on every run and fills the range evenly', () => {
    const random = seeded(1);
    const numbers = Array.from({ length: 1000 }, random);
    expect(numbers.slice(0, 3)).toEqual(Array.from({ length: 3 }, seeded(1)));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});

const lastEnd = (turns: readonly { end: number }[]) => Math.max(...turns.map(({ end }) => end));

const oneSecond = () => new Int16Array(16_000).fill(1000);

const line = (speaker: Line['speaker'], pause: number): Line => ({ speaker, text: 'x', pause });

const isLoud = (channel: Int16Array, second: number) => (channel[second * 16_000] ?? 0) > 900;
