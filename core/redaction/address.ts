import { isTag } from '../text/tokens.ts';
import { isFunctionWord } from '../text/words/index.ts';
import { MAYBE_STREETS, NUMBER_WORDS, STREETS, UNITS } from './address-words.ts';
import { arabicAddresses } from './arabic-address.ts';
import { isNoName } from './names/not-names.ts';
import { between, isCapitalised, type Passage } from './passage.ts';
import type { Asked } from './questions.ts';
import type { Detector, Span } from './span.ts';

/** Words between the house number and "street". */
const LONGEST_STREET_NAME = 4;
/** Words behind it that may be a flat, a town or a postcode. */
const LONGEST_TAIL = 10;
const HOUSE_NUMBER = /^\d{1,5}[a-z]?$/;
const GAP = /^(?:[ ,-]|, |\. | - |-)$/;
const PO_BOX = /\bp\.? ?o\.? ?box(?: number| no)? ?\d+/gu;
const CUE =
  /\b(?:address(?:'s)?|lives?|living|delivere?d?|shipped|ship|sent|moved|located|comes?|brings? it|courier|send it)\b/u;

/** Street addresses: a house number, a street and what follows of flat, town and postcode. */
export const addresses: Detector = (passage, asked) => [
  ...englishAddresses(passage, asked),
  ...arabicAddresses(passage, asked),
  ...Array.from(passage.folded.text.matchAll(PO_BOX), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'ADDRESS' as const,
  })),
];

function englishAddresses(passage: Passage, asked: Asked): Span[] {
  const { tokens, folded } = passage;
  const expected = asked.has('ADDRESS') || asked.has('ANYTHING') || CUE.test(folded.text);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const street = isStreetAt(passage, at, expected);
    if (!street) continue;
    const from = houseNumberBefore(passage, at) ?? namedStreetFrom(passage, at);
    const start = from === null ? undefined : tokens[from]?.start;
    const to = tailAfter(passage, at);
    if (start === undefined) continue;
    spans.push({ start, end: tokens[to]?.end ?? start, kind: 'ADDRESS' });
    at = to;
  }
  return spans;
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
    if (!GAP.test(between(passage, token, next))) return null;
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

/** "Elmet Street number 15": the number comes behind. */
function namedStreetFrom(passage: Passage, street: number): number | null {
  const [name, road, label, number] = passage.tokens.slice(Math.max(0, street - 1), street + 3);
  if (street === 0 || name === undefined || road === undefined || isNoName(name.text)) return null;
  const numbered =
    HOUSE_NUMBER.test(label?.text ?? '') ||
    (UNITS.has(label?.text ?? '') && HOUSE_NUMBER.test(number?.text ?? ''));
  return numbered ? street - 1 : null;
}

/** The last token of an address whose street is known: flats, towns with capitals, postcodes. */
function tailAfter(passage: Passage, street: number): number {
  const { tokens } = passage;
  let to = street;
  for (let at = street + 1; at < Math.min(tokens.length, street + LONGEST_TAIL); at++) {
    const [previous, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (previous === undefined || token === undefined) break;
    const gap = between(passage, previous, token);
    if (!/^(?: |, |,| - |-)$/.test(gap)) break;
    if (UNITS.has(token.text) && next !== undefined && isUnitName(next.text)) {
      to = ++at;
      continue;
    }
    if (!isTailWord(passage, at)) break;
    to = at;
  }
  return to;
}

const isUnitName = (text: string): boolean =>
  /^(?:\d{1,6}[a-z]?|[a-z]|[a-z]\d{1,4})$/.test(text) || NUMBER_WORDS.has(text);

/** "Marlow Heath", "NW1", "09097", in lower case "bridge town al". */
function isTailWord(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (token === undefined || isTag(token.text)) return false;
  if (
    /^\d{4,6}$/.test(token.text) ||
    /^[a-z]{1,2}\d{1,2}[a-z]?$/.test(token.text) ||
    /^\d[a-z]{2}$/.test(token.text)
  )
    return true;
  if (/^[a-z]$/.test(token.text))
    return /^\d{1,4}[a-z]?$/.test(passage.tokens[at - 1]?.text ?? '') && token.text !== 'i';
  if (!/^[a-z'-]+$/.test(token.text) || isFunctionWord(token.text)) return false;
  return passage.cased
    ? isCapitalised(passage, token)
    : !isNoName(token.text) || token.text === 'al';
}
