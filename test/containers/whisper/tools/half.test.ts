import { describe, expect, it } from 'vitest';
import { halves } from '../../../../containers/whisper/tools/half.ts';

const half = (number: number): number | undefined => halves(Float32Array.of(number))[0];

describe('16-bit floats', () => {
  it.each([
    ['one', 1, 0x3c00],
    ['a negative number', -2, 0xc000],
    ['the largest', 65_504, 0x7bff],
    ['the smallest with a leading one', 2 ** -14, 0x0400],
    ['the smallest', 2 ** -24, 0x0001],
    ['nothing, with its sign', -0, 0x8000],
    ['a third, to the nearest', 1 / 3, 0x3555],
    ['a tie, down to even', 1 + 2 ** -11, 0x3c00],
    ['a tie, up to even', 1 + 3 * 2 ** -11, 0x3c02],
    ['a tie among the smallest', 3 * 2 ** -25, 0x0002],
    ['what rounds up to the next power', 2 - 2 ** -12, 0x4000],
  ])('hold %s', (_, number, bits) => {
    expect(half(number)).toBe(bits);
  });

  it.each([65_520, Infinity, NaN])('do not hold %s', (number) => {
    expect(() => half(number)).toThrow(RangeError);
  });
});
