import type { Token } from '../text/tokens.ts';
import { isNoName } from './names/not-names.ts';
import { isQuantity, UNITS } from './quantity.ts';
import { between, isCapitalised, type Passage } from './passage.ts';
import { phoneticLetter } from './spelling.ts';
import { singleDigit } from './spoken-digits.ts';

/** Letters and digits that belong together: "HS-2093817", "A 4 G 4", "q x seven p two". */
export interface Code {
  readonly start: number;
  readonly end: number;
  /** Digits alone, said ones as digits. */
  readonly digits: string;
  /** Letters and digits without what stands between. */
  readonly characters: number;
}

type Unit = 'digits' | 'mixed' | 'letter' | 'letters';

const GLUE = /^[-/_]?$/;
const SPACE = /^(?: |, | - |- | -)$/;
const LATIN_OR_DIGITS = /^[a-z0-9]+$/;
const DATE = /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$|^\d{1,2}[-/]\d{1,2}$/;
/** "٣٣١٢/ب/٢٠٢١": some offices number so. */
const ARABIC_LETTER = /^(?!و)\p{Script=Arabic}$/u;
/** Error codes of machines ("0x80070422") are nobody's number. */
const HEXADECIMAL = /^0x[0-9a-f]+$/;
const YEAR = /^(?:19|20)\d\d$/;
const FEWEST_DIGITS = 3;
const FEWEST_MIXED = 5;
const FEWEST_SPELT = 4;
/** Letters that begin an id: "pft 560329176", "kijtfe 573". */
const LONGEST_PREFIX = 6;
const SHORTEST_CAPITALS = 5;
/** Tokens; nobody's id is longer, and reading stays in proportion. */
const LONGEST = 24;

/** The code that begins at a token, or null. */
export function codeAt(passage: Passage, at: number): Code | null {
  const { tokens } = passage;
  const first = tokens[at];
  if (first === undefined || !opensCode(passage, at)) return null;
  let last = at;
  while (last - at < LONGEST && continuesCode(passage, last)) last++;
  while (last > at && isTrailing(passage, last)) last--;
  const units = tokens.slice(at, last + 1);
  const end = tokens[last]?.end ?? first.end;
  const written = passage.folded.text.slice(first.start, end);
  return isCode(passage, units) && !DATE.test(written) && !isQuantity(passage, at, last)
    ? { start: first.start, end, digits: digitsOf(units), characters: charactersOf(units) }
    : null;
}

/** Whether a code may as well be a year. */
export function isYear({ digits, characters }: Code): boolean {
  return characters === 4 && YEAR.test(digits);
}

function unitOf(text: string): Unit | null {
  if (/^\d+$/.test(text) || singleDigit(text) !== undefined) return 'digits';
  if (ARABIC_LETTER.test(text)) return 'letter';
  if (!LATIN_OR_DIGITS.test(text) || HEXADECIMAL.test(text)) return null;
  if (/\d/.test(text))
    return /^\d{1,4}(?:st|nd|rd|th|am|pm|gb|mb|k|g|kg|km|cm|mm)$/.test(text) ? null : 'mixed';
  return text.length === 1 || phoneticLetter(text) !== undefined ? 'letter' : 'letters';
}

function opensCode(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  const next = passage.tokens[at + 1];
  const unit = unitOf(token?.text ?? '');
  if (token === undefined || unit === null || ARABIC_LETTER.test(token.text)) return false;
  if (unit === 'digits' || unit === 'mixed') return true;
  if (isAllCapitals(passage, token)) return true;
  const follows = next === undefined ? null : unitOf(next.text);
  if (next === undefined || follows === null) return false;
  const gap = between(passage, token, next);
  if (unit === 'letter') return (GLUE.test(gap) || SPACE.test(gap)) && follows !== 'letters';
  if (/^[-/_]$/.test(gap)) return follows !== 'letters';
  return SPACE.test(gap) && isPrefix(token) && /\d/.test(next.text);
}

function isPrefix({ text }: Token): boolean {
  return text.length <= LONGEST_PREFIX && !isNoName(text) && !UNITS.has(text);
}

function isAllCapitals({ folded }: Passage, { start, end, text }: Token): boolean {
  const written = folded.source.slice(folded.origins[start], folded.origins[end]);
  return text.length >= SHORTEST_CAPITALS && /^[A-Z]+$/.test(written);
}

function continuesCode(passage: Passage, at: number): boolean {
  const [token, next, after] = passage.tokens.slice(at, at + 3);
  if (token === undefined || next === undefined) return false;
  const unit = unitOf(next.text);
  const gap = between(passage, token, next);
  if (unit === null) return false;
  if (GLUE.test(gap)) return true;
  if (!SPACE.test(gap) || ARABIC_LETTER.test(next.text)) return false;
  if (unit === 'digits') return !isQuantity(passage, at + 1, at + 1);
  if (unit === 'mixed') return true;
  const leads =
    after !== undefined && SPACE.test(between(passage, next, after)) ? unitOf(after.text) : null;
  if (unit === 'letter') {
    return next.text === 'a' || next.text === 'i' ? leads === 'digits' || leads === 'letter' : true;
  }
  return (
    next.text.length <= 3 &&
    isPrefix(next) &&
    (leads === 'digits' || after === undefined) &&
    !isCapitalised(passage, next)
  );
}

/** "A 4 and" never ends in "a"; "5 i" is the next sentence. */
function isTrailing(passage: Passage, at: number): boolean {
  const text = passage.tokens[at]?.text;
  return (text === 'a' || text === 'i') && spaced(passage, at);
}

function spaced(passage: Passage, at: number): boolean {
  const [before, token] = passage.tokens.slice(at - 1, at + 1);
  return before !== undefined && token !== undefined && SPACE.test(between(passage, before, token));
}

function isCode(passage: Passage, units: readonly Token[]): boolean {
  const digits = digitsOf(units).length;
  const spelt = units.filter(({ text }) => text.length === 1).length;
  const characters = charactersOf(units);
  return (
    digits >= FEWEST_DIGITS ||
    (digits > 0 && characters >= FEWEST_MIXED) ||
    spelt >= FEWEST_SPELT ||
    units.some((unit) => isAllCapitals(passage, unit))
  );
}

/** A unit as it would be written: "two" is 2, "tango" is t. */
export const soundOf = (text: string): string => singleDigit(text) ?? phoneticLetter(text) ?? text;

function digitsOf(units: readonly Token[]): string {
  return units.map(({ text }) => singleDigit(text) ?? text.replaceAll(/\D/g, '')).join('');
}

function charactersOf(units: readonly Token[]): number {
  return units.reduce((sum, { text }) => sum + soundOf(text).length, 0);
}
