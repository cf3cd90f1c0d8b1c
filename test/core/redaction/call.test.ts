import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactorFor, type SpokenTurn } from '../../../core/redaction/index.ts';
import { textOf } from '../../support/project-files.ts';

/** Alternating turns, the agent's first. */
const callOf = (...texts: string[]): SpokenTurn[] =>
  texts.map((text, at) => ({ speaker: at % 2 === 0 ? 'agent' : 'customer', text }));

function redact(turns: readonly SpokenTurn[]): string[] {
  const redactor = redactorFor(turns);
  return turns.map((_, at) => redactor.turn(at));
}

describe('a question', () => {
  it('is answered after a delay', () => {
    expect(
      redact(callOf('Your order number?', 'Sure, one second.', 'No hurry.', '77120')).at(-1),
    ).toBe('[ACCOUNT_ID]');
  });

  it('is not answered by whoever asked it', () => {
    expect(
      redact(callOf('Your order number?', 'I have none.', '77120 are sold every day.'))[2],
    ).toBe('77120 are sold every day.');
  });

  it('is answered by whoever asked whether to', () => {
    expect(
      redact(callOf('Shall I say my date of birth?', 'Yes please.', '3 June 1981')).at(-1),
    ).toBe('[BIRTH_DATE]');
  });

  it('is forgotten when something else was said at length', () => {
    const turns = callOf(
      'Your date of birth?',
      'I would rather not say that on a line that everybody at home can hear.',
      'I see, no problem.',
      'It broke on 3 June 2024',
    );
    expect(redact(turns).at(-1)).toBe('It broke on 3 June 2024');
  });
});

describe('a value', () => {
  it.each([
    ['an id', 'Your member ID?', 'ZK4418', 'So ZK 4418, thank you', 'So [ACCOUNT_ID], thank you'],
    ['a code', 'The code?', '4471', 'I have 44 71 here', 'I have [OTP] here'],
    ['an address', 'Your address?', '14 Cobb Lane', 'To 14 Cobb Lane then', 'To [ADDRESS] then'],
  ])('is masked wherever it is said again: %s', (_, question, answer, again, masked) => {
    expect(redact(callOf(question, answer, again)).at(-1)).toBe(masked);
  });

  it('is put together from several turns and masked in each', () => {
    const turns = callOf(
      'The card?',
      '4111',
      'yes',
      '1111',
      'okay',
      '1111',
      'mhm',
      '1111 that is it',
    );
    expect(redact(turns)).toEqual([
      'The card?',
      '[CARD]',
      'yes',
      '[CARD]',
      'okay',
      '[CARD]',
      'mhm',
      '[CARD] that is it',
    ]);
  });

  it('is not put together from years and counts', () => {
    const turns = callOf('Since when?', '2011', 'And until?', '2019', 'How many?', '12');
    expect(redact(turns)).toEqual(turns.map(({ text }) => text));
    const counts = callOf('How many?', '12', 'ok', '15', 'ok', '30');
    expect(redact(counts)).toEqual(counts.map(({ text }) => text));
  });
});

describe('spans', () => {
  it('lie in their turn, in order and apart, whatever is said', () => {
    const parts = fc.constantFrom(
      'my name is',
      'Émilie',
      'أحمد\u064e',
      '\u200f٠٥٠١٢٣٤٥٦٧',
      '👍🏽',
      '4111 1111 1111 1111',
      'الorder',
      'SA0380000000608010167519',
      'ﻻ',
      'code 4471',
      '.',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(parts, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        (said) => {
          const turns = callOf(...said.map((all) => all.join(' ')));
          const redactor = redactorFor(turns);
          for (const [at, { text }] of turns.entries()) {
            let from = 0;
            let rest = '';
            for (const { start, end, kind } of redactor.spans(at)) {
              expect(start).toBeGreaterThanOrEqual(from);
              expect(end).toBeGreaterThan(start);
              rest += `${text.slice(from, start)}[${kind}]`;
              from = end;
            }
            expect(from).toBeLessThanOrEqual(text.length);
            expect(rest + text.slice(from)).toBe(redactor.turn(at));
          }
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it('take along the times of their words', () => {
    const turns = callOf('The card?', 'it is 4111 1111, uh, 1111 1111.');
    const words = ['it', 'is', '4111', '1111,', 'uh,', '1111', '1111.'].map((text, at) => ({
      text,
      start: at,
      end: at + 0.5,
    }));
    const masked = redactorFor(turns).words(1, words);
    expect(masked.map(({ start, end }) => [start, end])).toEqual(
      words.map(({ start, end }) => [start, end]),
    );
    expect(masked.filter(({ text }) => text === '[CARD]').map(({ start }) => start)).toEqual([
      2, 3, 4, 5, 6,
    ]);
  });
});

const tuneTurns = (): SpokenTurn[] =>
  ['en', 'ar'].flatMap((language) =>
    textOf(`test/gold/calls.${language}.tune.jsonl`)
      .trim()
      .split('\n')
      .flatMap((row) => (JSON.parse(row) as { turns: SpokenTurn[] }).turns),
  );

/** Seconds of processor time. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('long calls', () => {
  it('of 20,000 turns are read at 10,000 words a second and more', () => {
    const turns = Array.from({ length: 60 }, tuneTurns).flat().slice(0, 20_000);
    const words = turns.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    expect(words / secondsOf(() => redactorFor(turns))).toBeGreaterThan(10_000);
  });

  it('with a turn of 5,000 characters are no slower', () => {
    const text =
      'my name is sarah jones, order number HS-2093817, يا أحمد 14 Cobb Lane born 3 June 1981 '.repeat(
        60,
      );
    expect(secondsOf(() => redactorFor(callOf('hello', text)))).toBeLessThan(2);
  });
});
