import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../core/evaluation/edit-distance.ts';
import { vectors } from './vectors/read.ts';

type Vector = [one: string, other: string, letters: number, words?: number];

/** Python's str.split() without arguments. */
const pythonWords = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

describe('the edit distance', () => {
  const rows = vectors<Vector>('edits');

  it('equals rapidfuzz, letter by letter', () => {
    for (const [one, other, letters] of rows) {
      expect(editDistance(Array.from(one), Array.from(other))).toBe(letters);
    }
  });

  it('equals rapidfuzz, word by word', () => {
    const worded = rows.filter(([, , , words]) => words !== undefined);
    expect(worded.length).toBeGreaterThan(20);
    for (const [one, other, , words] of worded) {
      expect(editDistance(pythonWords(one), pythonWords(other))).toBe(words);
    }
  });

  it('is the same in both directions, and no further than by way of a third', () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 80 });
    fc.assert(
      fc.property(sequence, sequence, sequence, (one, other, third) => {
        const distance = editDistance(one, other);
        expect(editDistance(other, one)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(editDistance(one, third) + editDistance(third, other));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('takes a long call letter by letter', () => {
    const letters = Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 31);
    const heard = letters.filter((_, at) => at % 10 !== 0);
    expect(editDistance(letters, heard)).toBe(2000);
  });
});
