import { PhraseIndex, formsOf } from '../text/phrases.ts';
import { isTag } from '../text/tokens.ts';
import { DATE_GLUE, DATE_NUMBERS, MONTHS, YEAR_OPENERS } from './date-words.ts';
import { between, type Passage } from './passage.ts';
import { isQuantity } from './quantity.ts';
import { QUESTION_CUES } from './question-cues.ts';
import type { Detector, Span } from './span.ts';

/** Tokens from one to another, both in. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const cues = new PhraseIndex(QUESTION_CUES.BIRTH_DATE.map((phrase) => [phrase, true]));
/** "I was born, if I remember right, on the 3rd". */
const REACH = 8;
/** Tokens; no date is longer, said in full in whatever calendar. */
const LONGEST = 16;
/** A day and a month alone are a date of birth where little else is said. */
const SHORT_ANSWER = 12;
const LONE_YEAR = /^(?:19[2-9]\d|20[0-2]\d)$/;
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/;
const SAME_DATE = /يوافق|موافق|\bthat is\b|\bthat's\b|\bwhich is\b|\bor\b/u;
const GAP = /^[\s,./\-،]*$/u;

/** Dates of birth: dates where they are announced or asked for. Other dates stay. */
export const birthDates: Detector = (passage, asked) => {
  const announced = cues
    .find(passage.tokens.map(({ text }) => text))
    .map(({ at, length }) => at + length);
  const expected = asked.has('BIRTH_DATE') || asked.has('READ_BACK');
  if (!expected && announced.length === 0) return [];
  const dates = datesIn(passage);
  const told = announced.flatMap(
    (after) => dates.find(({ from }) => from >= after && from - after < REACH) ?? [],
  );
  // "born 12 Muharram 1405, that is 7/10/1984": a second date in the same breath is the same date.
  const others =
    SAME_DATE.test(passage.folded.text) || expected
      ? dates.filter((date) => hasYear(passage, date))
      : [];
  const answered = asked.has('BIRTH_DATE') && passage.tokens.length <= SHORT_ANSWER ? dates : [];
  return [...new Set([...told, ...others, ...answered])].map((date) => spanOf(passage, date));
};

function spanOf({ tokens }: Passage, { from, to }: Stretch): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0, kind: 'BIRTH_DATE' };
}

function datesIn(passage: Passage): Stretch[] {
  const dates: Stretch[] = [];
  for (let at = 0; at < passage.tokens.length; at++) {
    if (!isNumber(passage, at) && !isMonth(passage, at)) continue;
    const date = dateFrom(passage, at);
    if (isDate(passage, date)) dates.push(date);
    at = date.to;
  }
  return dates;
}

/** As far as numbers, months and what holds them together go; what only holds does not end it. */
function dateFrom(passage: Passage, from: number): Stretch {
  let to = from;
  for (let at = from + 1; at < Math.min(passage.tokens.length, from + LONGEST); at++) {
    const [previous, token] = [passage.tokens[at - 1], passage.tokens[at]];
    if (previous === undefined || token === undefined) break;
    if (!GAP.test(between(passage, previous, token))) break;
    if (at - 1 > from && LONE_YEAR.test(previous.text) && token.text !== 'the') break;
    if (isNumber(passage, at) || isMonth(passage, at)) to = at;
    else if (!DATE_GLUE.has(token.text)) break;
  }
  return { from, to };
}

function isNumber({ tokens }: Passage, at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (isTag(text)) return false;
  return (
    /^\d{1,4}$/.test(text) ||
    ORDINAL.test(text) ||
    formsOf(text).some((form) => DATE_NUMBERS.has(form))
  );
}

const isMonth = ({ tokens }: Passage, at: number): boolean =>
  formsOf(tokens[at]?.text ?? '').some((form) => MONTHS.has(form));

function isDate(passage: Passage, { from, to }: Stretch): boolean {
  const places = placesOf({ from, to });
  const numbers = places.filter((at) => isNumber(passage, at)).length;
  const months = places.filter((at) => isMonth(passage, at)).length;
  if (months > 0) return numbers > 0;
  if (isQuantity(passage, from, to)) return false;
  if (numbers >= 2 && YEAR_OPENERS.has(passage.tokens[from]?.text ?? '')) return true;
  return numbers >= 3 || (from === to && LONE_YEAR.test(passage.tokens[from]?.text ?? ''));
}

/** Three numbers or more, the month among them or not: day, month and year. */
function hasYear(passage: Passage, date: Stretch): boolean {
  const parts = placesOf(date).filter((at) => isNumber(passage, at) || isMonth(passage, at));
  return parts.length >= 3;
}

const placesOf = ({ from, to }: Stretch): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step);
