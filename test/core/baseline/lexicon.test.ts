import { describe, expect, it } from 'vitest';
import { arabic } from '../../../core/baseline/lexicon/ar.ts';
import { english } from '../../../core/baseline/lexicon/en.ts';
import type { Lexicon } from '../../../core/baseline/lexicon/lexicon.ts';
import { conjugated } from '../../../core/baseline/lexicon/verbs.ts';
import { normalise } from '../../../core/text/fold.ts';
import { phrasesIn } from '../../../core/text/phrases.ts';

/** Every phrase in its one spelling, with what it is said to mean. */
function meaningsIn({ polarity, ...grammar }: Lexicon): [string, string][] {
  const lists = [
    ...polarity.map(([weight, list]): [string, string] => [String(weight), list]),
    // Assents are words of the others that say little when they stand alone.
    ...Object.entries(grammar).filter(([name]) => name !== 'assents'),
  ];
  return lists.flatMap(([meaning, list]) =>
    phrasesIn(list)
      .flatMap(conjugated)
      .map((phrase): [string, string] => [normalise(phrase), meaning]),
  );
}

describe.each([
  ['English', english],
  ['Arabic', arabic],
])('the %s lexicon', (_, lexicon) => {
  it('says one thing of a phrase', () => {
    const known = new Map<string, string>();
    const disputed = meaningsIn(lexicon).filter(([phrase, meaning]) => {
      const before = known.get(phrase) ?? meaning;
      known.set(phrase, before);
      return before !== meaning;
    });
    expect(disputed).toEqual([]);
  });

  it('weighs from -3 to 3, and praises with nothing that it blames', () => {
    const weights = lexicon.polarity.map(([weight]) => weight);
    expect(Math.max(...weights)).toBe(3);
    expect(Math.min(...weights)).toBe(-3);
    expect(weights).not.toContain(0);
  });
});

describe('a phrase with a plus', () => {
  it('stands for the verb in the forms that reports use', () => {
    expect(conjugated('+شكر')).toEqual(expect.arrayContaining(['شكر*', 'يشكر*', 'ستشكر*']));
    expect(conjugated('ما راح +سافر')).toContain('ما راح يسافر*');
  });

  it('leaves a short stem without open ending: too many words begin so', () => {
    expect(conjugated('+حب خدم*')).toContain('يحب خدم*');
  });

  it('is itself where there is none', () => {
    expect(conjugated('غير راض')).toEqual(['غير راض']);
  });
});
