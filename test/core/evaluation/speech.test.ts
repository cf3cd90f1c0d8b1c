import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../core/evaluation/edit-distance.ts';
import { normalisedWords, rawWords } from '../../../core/evaluation/speech/words.ts';
import { wordErrors } from '../../../core/evaluation/speech/word-errors.ts';
import { speechTask } from '../../../core/evaluation/tasks/speech.ts';
import { seeded } from '../../../core/seeded-random.ts';
import { figuresOf } from './figures.ts';

const words = (text: string): string[] => text.split(' ');

describe('word errors', () => {
  it('are told apart by kind', () => {
    expect(wordErrors(words('a b c d'), words('a x c'))).toEqual({
      substitutions: 1,
      deletions: 1,
      insertions: 0,
    });
    expect(wordErrors(words('a b'), words('z a b y'))).toEqual({
      substitutions: 0,
      deletions: 0,
      insertions: 2,
    });
    expect(wordErrors([], words('a'))).toEqual({ substitutions: 0, deletions: 0, insertions: 1 });
  });

  it('add up to the edit distance', () => {
    const random = seeded(3);
    const drawn = (): string[] =>
      Array.from({ length: Math.floor(random() * 60) }, () => 'abcde'.charAt(random() * 5));
    for (let time = 0; time < 100; time++) {
      const [said, heard] = [drawn(), drawn()];
      const { substitutions, deletions, insertions } = wordErrors(said, heard);
      expect(substitutions + deletions + insertions).toBe(editDistance(said, heard));
      expect(said.length - deletions + insertions).toBe(heard.length);
    }
  });

  it('are refused for more words than any call has', () => {
    const endless = Array.from({ length: 2 ** 17 }, () => 'a');
    expect(() => wordErrors(['a'], endless)).toThrow(RangeError);
  });
});

describe('normalised words', () => {
  it('have no case, no punctuation and their inner apostrophes', () => {
    expect(normalisedWords(`"Don't!" said the Agent’s — e-mail: 24 x 3.5`)).toEqual(
      words("don't said the agent's e mail 24 x 3 5"),
    );
  });

  it('have one spelling of Arabic', () => {
    expect(normalisedWords('أُريدُ إلغـاءَ الخدمةِ، رقمي ٠٥٥')).toEqual(
      normalisedWords('اريد الغاء الخدمه رقمي 055'),
    );
  });
});

describe('speech', () => {
  it('counts all edits over all reference words, not row by row', () => {
    const { wer } = figuresOf(speechTask, [
      [{ text: 'a b c d e f g h i j' }, { text: 'a b c d e f g h i j' }],
      [{ text: 'yes' }, { text: 'no' }],
    ]);
    expect(wer).toBeCloseTo(1 / 11, 12);
  });

  it('is wrong raw and right normalised where only the writing differs', () => {
    const { wer, cer, werNormalised, cerNormalised } = figuresOf(speechTask, [
      [{ text: 'أين طلبي؟ تمّ إلغاؤه.' }, { text: 'اين طلبي تم الغاوه' }],
    ]);
    expect({ wer, werNormalised, cerNormalised }).toEqual({
      wer: 1,
      werNormalised: 0,
      cerNormalised: 0,
    });
    expect(cer).toBeGreaterThan(0);
  });

  it('takes a missing transcript as every word left out', () => {
    const { werNormalised, deletions } = figuresOf(speechTask, [[{ text: 'one two three' }, null]]);
    expect([werNormalised, deletions]).toEqual([1, 1]);
  });

  it('reads turns as well as text', () => {
    const turns = [
      { speaker: 'agent', text: 'Hello.' },
      { speaker: 'customer', text: 'Hi!' },
    ];
    expect(figuresOf(speechTask, [[{ turns }, { text: 'hello hi' }]])['werNormalised']).toBe(0);
  });

  it.each([[{ text: '' }], [{ text: ' \n' }], [{}], [{ turns: [] }]])(
    'refuses a reference without words: %j',
    (row) => {
      expect(() => speechTask.truth({ id: '1', ...row })).toThrow(/text: expected/);
    },
  );

  it('has null, not NaN, where normalising leaves no words', () => {
    const { wer, werNormalised } = figuresOf(speechTask, [[{ text: '...' }, { text: 'hm' }]]);
    expect([wer, werNormalised]).toEqual([1, null]);
    expect(rawWords('...')).toHaveLength(1);
  });
});
