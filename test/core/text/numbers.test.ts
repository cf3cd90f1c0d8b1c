import { describe, expect, it } from 'vitest';
import { numbersIn, numbersSaidIn } from '../../../core/text/numbers.ts';

describe('numbers in a text', () => {
  it.each([
    ['1,200 dirhams', ['1200']],
    ['١٢٠٠ درهم', ['1200']],
    ['twelve hundred', ['1200']],
    ['two thousand five hundred and ten', ['2510']],
    ['ألف ومئتين وخمسين', ['1250']],
    ['خمسة وعشرين يوم', ['25']],
    ['3.50 and 007', ['3.5', '7']],
    ['at 10:30 on 14/5', ['10:30', '14/5']],
    ['one of them, and another one', []],
    ['1 of them', ['1']],
    ['none', []],
  ])('%s', (text, numbers) => {
    expect([...numbersIn(text)]).toEqual(numbers);
  });

  it('were said with their parts, and digit by digit', () => {
    expect(numbersSaidIn('four one five, at 10:30')).toEqual(
      new Set(['10:30', '10', '30', '415', '4', '1', '5']),
    );
  });
});
