import { normalise } from './fold.ts';
import { wordsOf } from './tokens.ts';
import { DIGIT_WORDS, TWO_DIGIT_WORDS } from './words/numbers.ts';

const WORDS = new Map<string, number>(
  [
    ...DIGIT_WORDS,
    ...TWO_DIGIT_WORDS,
    ['10', 'عشر'],
    ['100', 'hundred مية مئة مائة'],
    ['200', 'ميتين مئتين مئتان مائتين'],
    ['1000', 'thousand ألف آلاف'],
    ['2000', 'ألفين'],
    ['1000000', 'million مليون'],
  ].flatMap(([value, words]) =>
    (words ?? '').split(' ').map((word) => [normalise(word), Number(value)] as const),
  ),
);

const DIGITS = /\d+(?:[.,:/-]\d+)*/gu;
const JOINED = /[:/-]/u;
const THOUSANDS = /,(?=\d{3}(?!\d))/gu;

/**
 * The numbers in a text, in one form whichever way they are said: "1,200", "١٢٠٠", "twelve hundred"
 * and "ألف ومئتين" are all "1200". "One" counts only as a figure: as a word it is seldom a number.
 */
export function numbersIn(text: string): Set<string> {
  const figures = normalise(text).match(DIGITS)?.map(canonical) ?? [];
  return new Set([...figures, ...spelledRuns(text).map(({ value }) => String(value))]);
}

/** Those, and the parts of each: whoever says "10:30" or "twenty five" has said 10 and 20 too. */
function numbersSaidIn(text: string): Set<string> {
  const parts = normalise(text).match(/\d+/gu)?.map(canonical) ?? [];
  const runs = spelledRuns(text).flatMap(({ values }) => [values.join(''), ...values.map(String)]);
  return new Set([...numbersIn(text), ...parts, ...runs]);
}

/** Whether every number of a text was said in another, or else all parts of it: "2-3" of "two to three". */
export function numbersWereSaid(text: string, source: string): boolean {
  const said = numbersSaidIn(source);
  const wasSaid = (number: string): boolean =>
    said.has(number) ||
    (JOINED.test(number) && number.split(JOINED).every((part) => said.has(part)));
  return [...numbersIn(text)].every(wasSaid);
}

function canonical(figure: string): string {
  const plain = figure.replaceAll(THOUSANDS, '');
  return /^\d{1,15}(?:\.\d+)?$/u.test(plain) ? String(Number(plain)) : plain;
}

interface Run {
  readonly value: number;
  readonly values: readonly number[];
}

/** Numbers that are written as words which follow each other. */
function spelledRuns(text: string): Run[] {
  const runs: number[][] = [[]];
  for (const word of wordsOf(text)) {
    const value = WORDS.get(word) ?? WORDS.get(word.replace(/^و/u, ''));
    if (value !== undefined) runs.at(-1)?.push(value);
    else if (word !== 'and') runs.push([]);
  }
  return runs
    .filter((values) => values.length > 1 || (values[0] ?? 1) > 1)
    .map((values) => ({ values, value: valueOf(values) }));
}

/** Hundreds and thousands multiply what stands before them, all else adds up. */
function valueOf(values: readonly number[]): number {
  let total = 0;
  let below = 0;
  for (const value of values) {
    if (value === 100) below = Math.max(1, below) * 100;
    else if (value === 1000 || value === 1_000_000) {
      total += Math.max(1, below) * value;
      below = 0;
    } else below += value;
  }
  return total + below;
}
