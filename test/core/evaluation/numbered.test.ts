import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbered, numberedLetters } from '../../../core/evaluation/numbered.ts';

describe('numbers for symbols', () => {
  it('are equal where symbols are, and one beyond all for what only the other has', () => {
    const { one, other, symbols } = numbered(['a', 'b', 'a'], ['b', 'c', 'a', 'd']);
    expect([[...one], [...other], symbols]).toEqual([[0, 1, 0], [1, 2, 0, 2], 2]);
  });

  it('are the same for letters, whatever was numbered before and beyond 16 bits', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ب', 'ا', '😀', '𝒜', '\ud800') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(numberedLetters(one, other)).toEqual(numbered(Array.from(one), Array.from(other)));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('are none of nothing', () => {
    expect(numberedLetters('', 'a')).toEqual({
      one: new Uint32Array(0),
      other: Uint32Array.of(0),
      symbols: 0,
    });
  });
});
