import { describe, expect, it } from 'vitest';
import type { Language } from '../../../core/call.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import { summary } from '../../../core/tasks/summary.ts';
import type { Shown, ShownTurn } from '../../../core/tasks/shown.ts';

const ENGLISH = ['my router is dead since Monday', 'a technician comes within 3 days'];
const ARABIC = ['الراوتر ما يشتغل من يوم الاثنين', 'يجيك الفني خلال ٣ أيام'];

interface Call {
  readonly texts?: readonly string[];
  readonly from?: number;
  readonly language?: Language;
  readonly asked?: 'call' | Language;
}

/** What the task makes of a model's words about a window. */
function read(
  text: string,
  points: readonly (readonly [text: string, turn: number])[],
  { texts = ENGLISH, from = 0, language = 'en', asked = 'call' }: Call = {},
) {
  const turns = new Map<number, ShownTurn>(
    texts.map((said, at) => [from + at, { speaker: 'unknown', text: said, position: 0 }]),
  );
  const shown: Shown = { language, turns };
  const value = { text, points: points.map(([point, turn]) => ({ text: point, turn })) };
  const settings = { ...DEFAULT_SETTINGS, summary: { language: asked } };
  return summary.read({ summary: { value } }, shown, settings);
}
const LOOP = 'the router is dead and '.repeat(5);

describe('a summary', () => {
  it('keeps what its turns say', () => {
    expect(read(' The router is dead. ', [['It is dead since Monday.', 0]])).toEqual({
      text: 'The router is dead.',
      language: 'en',
      points: [{ text: 'It is dead since Monday.', evidence: [0] }],
    });
  });

  it.each([
    ['names a number that its turn does not', 'It is dead since 5 days.', 0],
    ['names a number that another turn does', 'A visit within 3 days.', 0],
    ['names a person that nobody did', 'The agent Sarah will come.', 1],
    ['is in another language', 'الراوتر لا يعمل', 0],
    ['says the same over and over', LOOP, 0],
    ['has no words', ' .', 0],
  ])('drops a point that %s', (_what, point, turn) => {
    const kept = read('A router.', [
      [point, turn],
      ['The router is dead.', 0],
    ]);
    expect(kept).toMatchObject({ points: [{ text: 'The router is dead.', evidence: [0] }] });
  });

  it.each<[string, string, [string, number][], string]>([
    ['no words', ' \n', [], 'EMPTY_ANSWER'],
    ['marks alone', '... — !', [], 'EMPTY_ANSWER'],
    ['a loop', LOOP, [['The router is dead.', 0]], 'REPEATED_ANSWER'],
    ['another language', 'الراوتر لا يعمل منذ يوم', [], 'WRONG_LANGUAGE'],
    ['points of which none is true', 'A router.', [['Sold for 90 euros.', 0]], 'UNSUPPORTED'],
    ['a name that nobody said', 'The customer Sarah has a router.', [], 'UNSUPPORTED'],
    ['a turn that is not there', 'A router.', [['The router is dead.', 2]], 'INVALID_ANSWER'],
  ])('of %s is none: it says why', (_what, text, points, reason) => {
    expect(read(text, points)).toEqual({ unavailable: reason });
  });

  it('cites no turn of another window', () => {
    expect(read('A router.', [['The router is dead.', 0]], { from: 40 })).toEqual({
      unavailable: 'INVALID_ANSWER',
    });
  });

  it('gives way to its points where its own words were not said', () => {
    expect(read('Sarah waits for 9 days.', [['The router is dead.', 0]])).toMatchObject({
      text: 'The router is dead.',
    });
  });

  it('says a thing once, with all turns that show it', () => {
    const kept = read('A router.', [
      ['The router is dead.', 0],
      ['The router is dead.', 1],
    ]);
    expect(kept).toMatchObject({ points: [{ evidence: [0, 1] }] });
  });

  it('is in Arabic of an Arabic call', () => {
    const call = { texts: ARABIC, language: 'ar' } as const;
    const point = ['يصل الفني خلال 3 أيام', 1] as const;
    expect(read('الراوتر لا يعمل', [point], call)).toMatchObject({
      language: 'ar',
      points: [{ evidence: [1] }],
    });
    expect(read('The router is dead', [], call)).toEqual({ unavailable: 'WRONG_LANGUAGE' });
  });

  it('is in the language that an environment chose', () => {
    const call = { texts: ARABIC, language: 'ar', asked: 'en' } as const;
    const point = ['Technician comes within 3 days.', 1] as const;
    expect(read('The router is dead.', [point], call)).toMatchObject({
      language: 'en',
      points: [{ evidence: [1] }],
    });
    const { question } = summary.questions(
      { ...DEFAULT_SETTINGS, summary: { language: 'en' } },
      { language: 'ar', turns: new Map() },
    )['summary'] ?? { question: { ar: '' } };
    expect(question.ar).toContain('باللغة الإنجليزية');
  });
});
