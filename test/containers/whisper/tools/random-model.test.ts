import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  writeRandomModel,
  type ShapeName,
} from '../../../../containers/whisper/tools/random-model.ts';
import { heardBy } from './heard-by.ts';

const folder = mkdtempSync(join(tmpdir(), 'random-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(shape: ShapeName, seed: number): string {
  const path = join(folder, `${shape}-${seed}.bin`);
  writeRandomModel(path, shape, seed);
  return path;
}

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

describe('a random model', () => {
  // Sizes of ggml-tiny.bin and ggml-base.bin as published, less the texts of their vocabulary.
  it.each([
    ['tiny', 77_691_713 - 508_015],
    ['base', 147_951_465 - 508_015],
  ] as const)('of the shape %s is as large as the published one', (shape, size) => {
    expect(Math.abs(statSync(written(shape, 1)).size - size)).toBeLessThan(1000);
  });

  it('is the same for a seed, and another for another', () => {
    const [once, again, other] = [1, 1, 2].map((seed) => hashOf(written('tiny', seed)));
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it('lets the engine work as on speech: it hears phrases one after another', () => {
    const { language, phrases } = heardBy(written('tiny', 1), 8.4);
    expect(language).toBe('en');
    expect(phrases.map(({ text, start }) => [text, start])).toEqual([
      ['good day to you how can I help', 0],
      ['my line has been down for two days', 2.8],
      ['I am very sad to hear this sir', 5.6],
    ]);
  });
});
