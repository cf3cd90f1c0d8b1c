import { isTag } from '../../text/tokens.ts';
import { isFunctionWord } from '../../text/words/index.ts';
import { tailAfter } from './tail.ts';
import { unitAddresses } from './units.ts';
import { MAYBE_STREETS, NUMBER_WORDS, STREETS, UNITS } from './words.ts';
import { isNoName } from '../names/not-names.ts';
import { between, isCapitalised, type Passage } from '../passage.ts';
import type { Asked } from '../questions.ts';
import { MONTHS } from '../date-words.ts';
import { isQuantity } from '../quantity.ts';
import type { Span } from '../span.ts';

/** Words between the house number and "street". */
const LONGEST_STREET_NAME = 4;
const HOUSE_NUMBER = /^\d{1,5}[a-z]?$/;
const GAP = /^(?:[ ,-]|, | - )$/;
const CUE =
  /\b(?:address(?:'s)?|lives?|living|delivere?d?|shipped|ship|sent|moved|located|comes?|brings? it|courier|send it|reside|resides|residing|deliver|delivery|drop it|come to|stay at|staying at|based at|pick it up|collect it|i'm at|i'm in|home is|house is|tower|residence|residences)\b/u;

const TOLD = /\b(?:address(?:'s| is)|live (?:at|on)|living (?:at|on)|lives (?:at|on))\b/u;

/** Street addresses: a house number, a street and what follows of flat, town and postcode. */
export function englishAddresses(passage: Passage, asked: Asked): Span[] {
  const { tokens, folded } = passage;
  const expected = asked.has('ADDRESS') || asked.has('ANYTHING') || CUE.test(folded.text);
  const told = asked.has('ADDRESS') || TOLD.test(folded.text);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const street = isStreetAt(passage, at, expected);
    if (!street) continue;
    const from =
      houseNumberBefore(passage, at) ??
      namedStreetFrom(passage, at) ??
      (told ? namedBefore(passage, at) : null);
    const start = from === null ? undefined : tokens[from]?.start;
    const to = tailAfter(passage, at);
    if (start === undefined) continue;
    spans.push({ start, end: tokens[to]?.end ?? start, kind: 'ADDRESS' });
    at = to;
  }
  spans.push(...unitAddresses(passage, expected));
  return spans.length === 0 && asked.has('ADDRESS') ? answered(passage) : spans;
}

/** "5 Station Approach, Northwick": a number and a name are an address where one was asked for. */
function answered(passage: Passage): Span[] {
  const at = passage.tokens.findIndex((_, place) => isNumbered(passage, place));
  const start = passage.tokens[at]?.start;
  const end = passage.tokens[tailAfter(passage, at + 1)]?.end;
  return start === undefined || end === undefined ? [] : [{ start, end, kind: 'ADDRESS' }];
}

function isNumbered(passage: Passage, at: number): boolean {
  const [number, name] = passage.tokens.slice(at, at + 2);
  if (number === undefined || name === undefined || !HOUSE_NUMBER.test(number.text)) return false;
  if (between(passage, number, name) !== ' ' || isQuantity(passage, at, at)) return false;
  return passage.cased
    ? isCapitalised(passage, name) && !MONTHS.has(name.text)
    : !isNoName(name.text);
}

function isStreetAt(passage: Passage, at: number, expected: boolean): boolean {
  const token = passage.tokens[at];
  if (token === undefined) return false;
  if (STREETS.has(token.text)) return true;
  return MAYBE_STREETS.has(token.text) && (expected || isCapitalised(passage, token));
}

/** Where "27 Larkhill Terrace" begins, from its last word. */
function houseNumberBefore(passage: Passage, street: number): number | null {
  for (let at = street - 1; at >= Math.max(0, street - LONGEST_STREET_NAME - 1); at--) {
    const token = passage.tokens[at];
    const next = passage.tokens[at + 1];
    if (token === undefined || next === undefined || isTag(token.text)) return null;
    if (!GAP.test(between(passage, token, next).replace('.', ''))) return null;
    if (HOUSE_NUMBER.test(token.text) && at < street - 1) return firstNumber(passage, at);
    if (NUMBER_WORDS.has(token.text) && at < street - 1) return firstNumber(passage, at);
    if (isFunctionWord(token.text)) return null;
    if (passage.cased && !isCapitalised(passage, token) && !/^\d/.test(token.text)) return null;
  }
  return null;
}

/** "Flat 3, 27 Larkhill Terrace", "twenty seven": as far back as numbers and flats go. */
function firstNumber(passage: Passage, number: number): number {
  let first = number;
  while (first > 0 && isLead(passage, first - 1)) first--;
  return first;
}

function isLead(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  const next = passage.tokens[at + 1];
  if (token === undefined || next === undefined || !GAP.test(between(passage, token, next)))
    return false;
  return (
    HOUSE_NUMBER.test(token.text) ||
    NUMBER_WORDS.has(token.text) ||
    (UNITS.has(token.text) && !/^(?:no|number|p)$/.test(token.text))
  );
}

/** "Larkhill Terrace", where an address was asked for or told. */
function namedBefore(passage: Passage, street: number): number | null {
  const name = passage.tokens[street - 1];
  if (name === undefined || isTag(name.text) || isNoName(name.text)) return null;
  return passage.cased && !isCapitalised(passage, name) ? null : street - 1;
}

/** "Elmet Street number 15": the number comes behind. */
function namedStreetFrom(passage: Passage, street: number): number | null {
  const [name, road, label, number] = passage.tokens.slice(Math.max(0, street - 1), street + 3);
  if (street === 0 || name === undefined || road === undefined || isNoName(name.text)) return null;
  const numbered =
    HOUSE_NUMBER.test(label?.text ?? '') ||
    (UNITS.has(label?.text ?? '') && HOUSE_NUMBER.test(number?.text ?? ''));
  return numbered ? street - 1 : null;
}
