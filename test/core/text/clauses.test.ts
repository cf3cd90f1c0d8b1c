import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../core/text/clauses.ts';

describe('clauses', () => {
  it.each([
    [
      'It came late, but it works.',
      [
        ['it', 'came', 'late'],
        ['but', 'it', 'works'],
      ],
    ],
    ['طيب، شكرًا؟', [['طيب'], ['شكرا']]],
    ['no marks here', [['no', 'marks', 'here']]],
    ['He paid 1,240.50 dirhams', [['he', 'paid', '1', '240', '50', 'dirhams']]],
    ['a first-rate visit - twice', [['a', 'first', 'rate', 'visit'], ['twice']]],
    ['... ?!', []],
  ])('of "%s" end where thoughts do, and numbers stay whole', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
  });
});
