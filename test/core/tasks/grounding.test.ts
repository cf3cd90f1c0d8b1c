import { describe, expect, it } from 'vitest';
import { isGrounded } from '../../../core/tasks/grounding.ts';

const SAID = [
  'I was charged 1,250 dirhams on the fourteenth, and Grace from the Dubai branch said ten days',
  'my number is [PHONE] and it broke at 10:30, twenty five times',
];
const SAID_IN_ARABIC = [
  'دفعت ألف ومئتين وخمسين درهم والسيد كمال وعدني يرجعها خلال ١٤ يوم',
  'عندي باقة STC من شهرين',
];

describe('what a model writes of a call', () => {
  it.each([
    ['a number that was said', 'The customer was charged 1250 dirhams.'],
    ['a number that was said in words', 'A refund within 10 days.'],
    ['a number in words that was said so', 'It broke twenty five times.'],
    ['a part of a number', 'It broke at 10.'],
    ['a name that was said', 'The agent Grace works in Dubai.'],
    ["a name that was said, someone's", "Grace's branch promised it."],
    ['a tag that was said', 'The number is [PHONE].'],
    [
      'roles and words with a capital at the start',
      'Customer waits. Refund expected. Agent helps.',
    ],
    ['"one", which is seldom a number', 'The customer has one question.'],
    ['no numbers and no names', 'something went wrong'],
  ])('stands with %s', (_what, text) => {
    expect(isGrounded(text, SAID)).toBe(true);
  });

  it.each([
    ['a number that was not', 'The customer was charged 1350 dirhams.'],
    ['a number in words that was not', 'A refund within seven days.'],
    ['a number in Arabic digits that was not', 'A refund within ٧ days.'],
    ['a name that was not', 'The agent Sarah works in Dubai.'],
    ['a place that was not', 'The branch in Cairo said so.'],
    ['a name at the start of a sentence', 'It broke. Ahmad promised a refund.'],
    ['a name that is also a word, at the start', 'Mark promised a refund.'],
    ['a tag that was not', 'The name is [NAME].'],
    ['an abbreviation that was not', 'The customer asked about a new SIM.'],
  ])('falls with %s', (_what, text) => {
    expect(isGrounded(text, SAID)).toBe(false);
  });

  it.each([
    ['numbers and names that were said', 'دفع العميل 1250 درهم ووعده السيد كمال', true],
    ['a number in Arabic digits', 'يرجع المبلغ خلال 14 يوم', true],
    ['a number that was not', 'يرجع المبلغ خلال 15 يوم', false],
    ['a titled name that was not', 'وعده السيد أحمد', false],
    ['a Latin name that was said', 'العميل عنده باقة STC', true],
    ['a Latin name that was not', 'العميل عنده باقة Mobily', false],
  ])('in Arabic, with %s', (_what, text, stands) => {
    expect(isGrounded(text, SAID_IN_ARABIC)).toBe(stands);
  });

  it('in English of an Arabic call may begin with any word, but not with a number or name in it', () => {
    expect(isGrounded('Internet is slow since 14 days.', SAID_IN_ARABIC)).toBe(true);
    expect(isGrounded('The agent Ahmad called.', SAID_IN_ARABIC)).toBe(false);
  });
});
