import { describe, expect, it } from 'vitest';
import { numbersIn, numbersWereSaid } from '../../../core/text/numbers.ts';

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

  it.each([
    ['415', 'four one five', true],
    ['at 10', 'at 10:30', true],
    ['2-3 days', 'two to three days', true],
    ['2-4 days', 'two to three days', false],
    ['30 days', 'thirteen days', false],
    ['nothing', '', true],
  ])('%s was said in "%s": %s', (text, source, wasSaid) => {
    expect(numbersWereSaid(text, source)).toBe(wasSaid);
  });
});
