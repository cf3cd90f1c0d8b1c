import { describe, expect, it } from 'vitest';
import { maskedStretches } from '../../../core/evaluation/redaction/align.ts';
import { redactionTask } from '../../../core/evaluation/tasks/redaction.ts';
import { figuresOf } from './figures.ts';

/** What an alignment says was left out. */
function leftOut(original: string, redacted: string): string[] {
  return (maskedStretches(original, redacted) ?? []).map(({ start, end }) =>
    original.slice(start, end),
  );
}

describe('the alignment of a redacted text', () => {
  it('finds what each tag stands for', () => {
    expect(leftOut('I am Sara, card 4111 1111.', 'I am [NAME], card [CARD].')).toEqual([
      'Sara',
      '4111 1111',
    ]);
    expect(leftOut('Sara', '[NAME]')).toEqual(['Sara']);
    expect(leftOut('اسمي سارة', 'اسمي [NAME]')).toEqual(['سارة']);
  });

  it('finds nothing where nothing is masked', () => {
    expect(leftOut('no names here', 'no names here')).toEqual([]);
    expect(leftOut('a [NOISE] b Sara', 'a [NOISE] b [NAME]')).toEqual(['Sara']);
  });

  it('finds what is gone when other words changed too', () => {
    expect(leftOut('call 0551234567 now', 'call 055*****67 now')).toEqual(['12345']);
    expect(leftOut('I am Sara Ali', 'i am [NAME]')).toEqual(['I', 'Sara Ali']);
  });

  it('gives up on long texts that have nothing to do with each other', () => {
    expect(maskedStretches('a'.repeat(5000), 'b'.repeat(5000))).toBeNull();
  });
});

const TEXT = 'I am Sara Ali and my card is 4111';
const pii = [
  { turn: 0, start: 5, end: 13, kind: 'NAME' },
  { turn: 0, start: 29, end: 33, kind: 'CARD' },
];
const clean = { speaker: 'agent', text: 'How can I help?' };
const gold = { turns: [{ speaker: 'customer', text: TEXT }, clean], pii };
const answer = (...texts: string[]): Record<string, unknown> => ({
  redactedTurns: texts.map((text) => ({ speaker: 'customer', text })),
});
const score = (prediction: Record<string, unknown> | null): Record<string, number | null> =>
  figuresOf(redactionTask(new Map()), [[gold, prediction]]);

describe('redaction', () => {
  it('is perfect when every span and nothing else is masked, whatever it is called', () => {
    expect(score(answer('I am [NAME] and my card is [NUMBER]', clean.text))).toEqual({
      recall: 1,
      charPrecision: 1,
      cleanTurnsChanged: 0,
      'recall.NAME': 1,
      'recall.CARD': 1,
    });
  });

  it('does not recall a span of which a character survives', () => {
    const { recall, charPrecision, ...byKind } = score(
      answer('I am [NAME] Ali and my card is [CARD]', clean.text),
    );
    expect([recall, byKind['recall.NAME'], byKind['recall.CARD']]).toEqual([0.5, 0, 1]);
    expect(charPrecision).toBe(1);
  });

  it('lowers precision by characters masked for nothing, and tells changed clean turns', () => {
    const found = score(answer('I am [NAME] and my [NUMBER] is [CARD]', 'How can I [NAME]?'));
    expect(found['recall']).toBe(1);
    expect(found['charPrecision']).toBeCloseTo(12 / 20, 12);
    expect(found['cleanTurnsChanged']).toBe(1);
  });

  it('recalls nothing without an answer, or with one of another number of turns', () => {
    for (const prediction of [null, answer('[NAME]')]) {
      const { recall, charPrecision } = score(prediction);
      expect([recall, charPrecision]).toEqual([0, null]);
    }
  });

  it('recalls all but is not precise when a turn is emptied', () => {
    const { recall, charPrecision } = score(answer('', clean.text));
    expect([recall, charPrecision]).toEqual([1, 12 / TEXT.length]);
  });

  it.each([
    [{ turn: 2, start: 0, end: 1, kind: 'NAME' }, /pii\.0\.turn: expected one of 2 turns, got 2/],
    [{ turn: 0, start: 5, end: 99, kind: 'NAME' }, /0 <= start < end <= 33/],
    [{ turn: 0, start: 5, end: 5, kind: 'NAME' }, /got 5 to 5/],
    [{ text: 'Sara', type: 'NAME' }, /pii\.0\.start/],
  ])('refuses a span that is nowhere: %j', (span, message) => {
    expect(() =>
      redactionTask(new Map()).truth({ id: '1', ...gold, pii: [span] } as never),
    ).toThrow(message);
  });
});
