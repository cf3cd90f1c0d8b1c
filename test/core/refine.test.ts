import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refine } from '../../core/refine.ts';
import { Transcript } from '../../core/transcript.ts';
import { dialogue, rawTranscript } from './support/transcripts.ts';

const word = (text: string, at: number) => ({ text, start: at, end: at + 0.4, confidence: null });

describe('refining a transcript', () => {
  it('masks turns and counts what it masked', () => {
    const refined = refine(
      rawTranscript(dialogue('A: my name is robert\nC: hi robert my card is 4111 1111 1111 1111')),
    );
    expect(refined.turns.map((turn) => turn.text)).toEqual([
      'my name is [NAME]',
      'hi [NAME] my card is [CARD]',
    ]);
    expect(refined.redactions).toEqual({ NAME: 2, CARD: 1 });
  });

  it('gives every word of a masked span the tag and keeps its time', () => {
    const text = 'call 050 123 4567 please.';
    const words = ['call', '050', '123', '4567', 'please.'].map(word);
    const [turn] = refine(rawTranscript([{ text, words }])).turns;
    expect(turn?.words?.map((word) => word.text)).toEqual([
      'call',
      '[PHONE]',
      '[PHONE]',
      '[PHONE]',
      'please.',
    ]);
    expect(turn?.words?.map((word) => word.start)).toEqual([0, 1, 2, 3, 4]);
  });

  it('masks words that are spelt unlike their text', () => {
    const words = ['four', 'one', 'one', 'seven'].map(word);
    const [turn] = refine(rawTranscript([{ text: 'It is 4117.', words }])).turns;
    expect(turn?.words?.map((word) => word.text)).toEqual(Array(4).fill('[NUMBER]'));
  });

  it('keeps what was added to the times of a late channel, and measures by it', () => {
    const lines = dialogue('A: good morning\nC: hello');
    const refined = Transcript.parse(refine(rawTranscript(lines, { clockOffsetSeconds: -1.5 })));
    expect(refined.clockOffsetSeconds).toBe(-1.5);
    expect(refined.talkMetrics.clockOffsetSeconds).toBe(-1.5);
    expect(refine(rawTranscript(lines)).talkMetrics.clockOffsetSeconds).toBe(0);
  });

  it('masks rejected speech with the names of the call', () => {
    const rejected = [
      { channel: 0, start: 0, end: 1, text: 'thanks sarah 0501234567', reason: 'repetition' },
    ];
    const refined = refine(rawTranscript(dialogue('C: my name is sarah'), { rejected }));
    expect(refined.rejected[0]?.text).toBe('thanks [NAME] [PHONE]');
  });

  it.each([
    ['ar', 'C: عندي مشكلة في الراوتر\nA: ok'],
    ['en', 'C: my router is broken\nA: طيب'],
  ])('names the language most is said in: %s', (language, script) => {
    expect(refine(rawTranscript(dialogue(script))).language).toBe(language);
  });

  it.each([['1 '], ['1-'], ['a.'], ['a@'], ['sa03 '], ['john dot '], ['my name is bob ']])(
    'takes 50,000 characters of "%s" in its stride',
    (part) => {
      const { user } = process.cpuUsage();
      refine(rawTranscript([{ text: part.repeat(50_000 / part.length) }]));
      expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
    },
  );

  it('looks again once a mask has taken away the capitals that it went by', () => {
    const lines = [{ text: 'SA0380000000608010167519 this is fathima speaking' }];
    expect(refine(rawTranscript(lines)).turns[0]?.text).toBe('[IBAN] this is [NAME] speaking');
  });

  it('takes an empty transcript', () => {
    const refined = refine(rawTranscript([]));
    expect(Transcript.parse(refined)).toEqual(refined);
    expect(refined.redactions).toEqual({});
  });

  it('keeps a long turn, mixed scripts, emoji and marks as they are', () => {
    const text = `${'طلب order الorder 👍🏽 \u200fتمام\u200e '.repeat(130)}end`;
    expect(refine(rawTranscript([{ text }])).turns[0]?.text).toBe(text);
  });
});

/** What speech is made of, between bars. */
const WORDS = `
  my name is | this is | speaking | اسمي | معك | من شركة | sarah | Will | أحمد | عبد |
  your name | four | double | oh | خمسة | fifty | pin | رمز | at | dot | com |
  4111 1111 1111 1111 | 0501234567 | ٠٥٠١٢٣ | SA0380000000608010167519 | a@b.co | 250 |
  dollars | . | , | - | \u200f | 👍 | ok | [NAME] | ( | + | 's
`
  .trim()
  .split(/\s*\|\s*/);

/** Speech with what a redactor looks for in it, in any order. */
const speech = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(' '));

describe('whatever is said', () => {
  it('refining twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(speech, { maxLength: 4 }), (texts) => {
        const lines = texts.map((text, at) =>
          at % 2 === 0 ? { text } : { text, words: text.split(' ').map(word) },
        );
        const once = refine(rawTranscript(lines));
        expect(refine({ ...once, redacted: false })).toEqual(once);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('keeps the number of words, their times, and the words that are not masked', () => {
    fc.assert(
      fc.property(speech, (text) => {
        const words = text
          .split(' ')
          .filter((part) => part !== '')
          .map(word);
        const [turn] = refine(rawTranscript([{ text, words }])).turns;
        expect(turn?.words?.map(({ start, end }) => [start, end])).toEqual(
          words.map(({ start, end }) => [start, end]),
        );
        for (const [at, masked] of (turn?.words ?? []).entries()) {
          expect([words[at]?.text, expect.stringMatching(/^\[[A-Z]+\]$/)]).toContainEqual(
            masked.text,
          );
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('leaves no digits of a card, however they are grouped', () => {
    const groups = fc.array(fc.constantFrom('', ' ', '-'), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(groups, (gaps) => {
        const card = Array.from('4111111111111111', (digit, at) => digit + (gaps[at] ?? '')).join(
          '',
        );
        expect(refine(rawTranscript([{ text: `it is ${card} ok` }])).turns[0]?.text).toBe(
          'it is [CARD] ok',
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
