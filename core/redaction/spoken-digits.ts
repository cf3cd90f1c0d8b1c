import type { Token } from '../text/tokens.ts';
import { normalise } from '../text/fold.ts';
import { DIGIT_WORDS, TWO_DIGIT_WORDS } from '../text/words/numbers.ts';
import type { DigitRun } from './digit-runs.ts';

/** Fewer digits said one by one are a count or half of a time: "one two", "seven twenty". */
const FEWEST_SAID_SINGLY = 4;
/** Numbers in pairs ("oh five fifty one twenty three") count from here on. */
const FEWEST_DIGITS_IN_PAIRS = 7;
const FEWEST_SINGLES_IN_PAIRS = 2;

const SINGLE = digitWords([...DIGIT_WORDS, ['0', 'oh o زيرو'], ['8', 'تمن'], ['9', 'niner']]);
const PAIRS = digitWords(TWO_DIGIT_WORDS);
const TIMES: Readonly<Record<string, number>> = { double: 2, دبل: 2, triple: 3, treble: 3 };
const PAUSE = /^(?:uh|um|er|erm|dash|hyphen|شرطه|ناقص)$/;
/** After these the last word was a quantity: "four hundred", "ثلاثة آلاف". */
const MAGNITUDE = /^(?:hundred|thousand|million|percent|o'clock|ميه|مايه|الف|الاف|مليون|بالميه)$/;
/** What may lie between digits that are read out: pauses that a recogniser writes as punctuation. */
const GAP = /^[\s,.\-…،]*$/u;

interface Said {
  digits: string;
  singles: number;
  first: Token;
  last: Token;
}

/** Runs of digits that were said one by one, with "double", "triple", pauses and pairs among them. */
export function spokenRuns(text: string, tokens: readonly Token[]): DigitRun[] {
  const runs: DigitRun[] = [];
  for (let at = 0; at < tokens.length;) {
    const said = readDigits(text, tokens, at);
    if (said.run !== null && isNumber(said.run)) runs.push(digitRun(said.run));
    at = Math.max(said.next, at + 1);
  }
  return runs;
}

function readDigits(
  text: string,
  tokens: readonly Token[],
  from: number,
): { run: Said | null; next: number } {
  let run: Said | null = null;
  let at = from;
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    if (run !== null && !GAP.test(text.slice(tokens[at - 1]?.end, token.start))) break;
    const step = stepOf(tokens, at, run);
    if (step === null) break;
    const last = tokens[at + step.taken - 1] ?? token;
    if (step.digits !== '') run = extend(run, step, token, last);
    at += step.taken;
  }
  return { run, next: at };
}

interface Step {
  readonly digits: string;
  readonly taken: number;
  readonly single: boolean;
}

/** What the next token adds to a run: digits, a pause ('') or null, the end. */
function stepOf(tokens: readonly Token[], at: number, run: Said | null): Step | null {
  const word = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (run !== null && PAUSE.test(word)) return { digits: '', taken: 1, single: false };
  const times = TIMES[word];
  const repeated = singleDigit(next);
  if (times !== undefined && repeated !== undefined) {
    return { digits: repeated.repeat(times), taken: 2, single: true };
  }
  if (MAGNITUDE.test(next)) return null;
  const digit = singleDigit(word);
  if (digit !== undefined) return { digits: digit, taken: 1, single: true };
  const pair = PAIRS.get(word) ?? PAIRS.get(withoutAnd(word));
  if (pair === undefined || run === null) return null;
  const unit = pair.endsWith('0') && pair !== '10' ? singleDigit(next) : undefined;
  return unit === undefined || unit === '0'
    ? { digits: pair, taken: 1, single: false }
    : { digits: pair.charAt(0) + unit, taken: 2, single: false };
}

export function singleDigit(word: string): string | undefined {
  return /^\d$/.test(word) ? word : (SINGLE.get(word) ?? SINGLE.get(withoutAnd(word)));
}

function withoutAnd(word: string): string {
  return word.startsWith('و') ? word.slice(1) : word;
}

function extend(run: Said | null, step: Step, first: Token, last: Token): Said {
  return {
    digits: (run?.digits ?? '') + step.digits,
    singles: (run?.singles ?? 0) + (step.single ? step.digits.length : 0),
    first: run?.first ?? first,
    last,
  };
}

function isNumber({ digits, singles }: Said): boolean {
  return (
    singles >= FEWEST_SAID_SINGLY ||
    (digits.length >= FEWEST_DIGITS_IN_PAIRS &&
      (singles >= FEWEST_SINGLES_IN_PAIRS || digits.startsWith('0')))
  );
}

function digitRun({ digits, first, last }: Said): DigitRun {
  const whole = { start: first.start, end: last.end, digits };
  return { ...whole, groups: [whole], international: digits.startsWith('00') };
}

function digitWords(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(([digits, words]) =>
      words.split(' ').map((word) => [normalise(word), digits] as const),
    ),
  );
}
