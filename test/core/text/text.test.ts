import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalise } from '../../../core/text/fold.ts';
import { dominantLanguage, languageOf } from '../../../core/text/language.ts';
import { PhraseIndex } from '../../../core/text/phrases.ts';
import { sentencesOf } from '../../../core/text/sentences.ts';
import { countWords, tokensOf, wordsOf, writtenWordsOf } from '../../../core/text/tokens.ts';

describe('folding', () => {
  it.each([
    ['case and quotes', 'CAN’T', "can't"],
    ['Arabic-Indic and Persian digits', '٠٥۱۹', '0519'],
    ['alef, ya, ta marbuta and hamza', 'إلى أمة مسؤول', 'الي امه مسوول'],
    ['diacritics and tatweel', 'مُمْتـــاز', 'ممتاز'],
    ['presentation forms', 'ﻻ ﺷﻜﺮﺍ', 'لا شكرا'],
    ['letters drawn out', 'جميييل sooo good', 'جميل so good'],
    ['marks of direction', '\u200fتمام\u200e', 'تمام'],
    ['but no repeated digits', '1110000', '1110000'],
    ['but no doubled letters', 'الله cool', 'الله cool'],
  ])('%s', (_, text, folded) => {
    expect(normalise(text)).toBe(folded);
  });

  it('knows where every unit came from, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { origins, text: folded } = fold(text);
        expect(origins).toHaveLength(folded.length + 1);
        expect(origins.at(-1)).toBe(text.length);
        expect(origins.every((origin, at) => at === 0 || origin >= (origins[at - 1] ?? 0))).toBe(
          true,
        );
      }),
      { seed: 7 },
    );
  });
});

describe('words', () => {
  it('are told apart where scripts meet inside them', () => {
    expect(wordsOf('الorder وصل123')).toEqual(['ال', 'order', 'وصل', '123']);
  });

  it('leave tags out', () => {
    expect(wordsOf('hi [NAME], it is [CARD].')).toEqual(['hi', 'it', 'is']);
    expect(countWords('hi [NAME]')).toBe(2);
  });

  it('are written as the speaker would, one for each folded word', () => {
    expect(writtenWordsOf('الخدمة مُمتازة')).toEqual([
      { folded: 'الخدمه', written: 'الخدمة' },
      { folded: 'ممتازه', written: 'مُمتازة' },
    ]);
  });

  it('lie where they say in the folded text', () => {
    const folded = fold('My “name” isn’t Ben');
    expect(tokensOf(folded).map(({ start, end }) => folded.text.slice(start, end))).toEqual(
      tokensOf(folded).map(({ text }) => text),
    );
  });
});

describe('language', () => {
  it.each([
    ['my router is broken', 'en'],
    ['الراوتر خربان', 'ar'],
    ['الـ router مقطوع من أمس', 'ar'],
    ['[NAME] نعم', 'ar'],
    ['4111 👍 [CARD]', null],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is the label where a call has no letters', () => {
    expect(dominantLanguage(['[CARD]'], 'ar')).toBe('ar');
  });
});

describe('sentences', () => {
  it('end where either script ends them', () => {
    expect(sentencesOf('هل وصل؟ نعم. It is version 3.5! ok')).toEqual([
      'هل وصل؟',
      'نعم.',
      'It is version 3.5!',
      'ok',
    ]);
  });

  it('are windows of words where nothing ends them', () => {
    const sentences = sentencesOf(Array(1000).fill('word').join(' '));
    expect(sentences).toHaveLength(46);
    expect(sentences.join(' ')).toBe(Array(1000).fill('word').join(' '));
  });
});

describe('phrases', () => {
  const index = new PhraseIndex([
    ['not working', 'broken'],
    ['not', 'negation'],
    ['cancel*', 'cancellation'],
    ['تم حل', 'solved'],
    ['مشكل*', 'problem'],
  ]);
  const found = (text: string) => index.find(wordsOf(text)).map(({ value }) => value);

  it('win over the shorter ones they begin with', () => {
    expect(found('it is not working and not cancelled')).toEqual([
      'broken',
      'negation',
      'cancellation',
    ]);
  });

  it('are found with what Arabic writes onto them', () => {
    expect(found('والمشكلة وتم حل مشكلتي')).toEqual(['problem', 'solved', 'problem']);
  });

  it('are refused when they are empty or too short a stem', () => {
    expect(() => new PhraseIndex([['', 1]])).toThrow(/expected a phrase/);
    expect(() => new PhraseIndex([['ab*', 1]])).toThrow(/"ab\*"/);
  });
});
