import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuationsOf, longestOf } from '../../../../containers/jais/src/write/digits.ts';

/** Writes a number by always taking what `choose` picks among the ways on. */
function written(
  range: { integer: boolean; minimum: number; maximum: number },
  choose: (ways: readonly string[]) => string,
): string {
  for (let text = ''; ;) {
    const way = choose(continuationsOf(text, range));
    if (way === '') return text;
    text += way;
  }
}

describe('a number, character by character', () => {
  it('always ends within its bounds, as JSON writes it, whatever is picked', () => {
    const bound = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(
        fc.boolean(),
        bound,
        bound,
        fc.infiniteStream(fc.nat()),
        (integer, a, b, dice) => {
          const scale = integer ? 1 : 100;
          const [minimum = 0, maximum = 0] = [a / scale, b / scale].sort(
            (one, other) => one - other,
          );
          const range = { integer, minimum, maximum };
          const text = written(range, (ways) => ways[dice.next().value % ways.length] ?? '');
          expect(text.length).toBeLessThanOrEqual(longestOf(range));
          const value = JSON.parse(text) as number;
          expect(value).toBeGreaterThanOrEqual(minimum);
          expect(value).toBeLessThanOrEqual(maximum);
          expect(Object.is(value, -0)).toBe(false);
          expect(Number.isInteger(value) || !integer).toBe(true);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  it('can become each number of its range', () => {
    const range = { integer: true, minimum: -12, maximum: 103 };
    for (let number = -12; number <= 103; number++) {
      const text = String(number);
      for (let at = 0; at < text.length; at++) {
        expect(continuationsOf(text.slice(0, at), range)).toContain(text[at]);
      }
      expect(continuationsOf(text, range)).toContain('');
    }
  });
});
