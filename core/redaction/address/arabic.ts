import { PhraseIndex, phrasesIn, formsOf } from '../../text/phrases.ts';
import { isTag } from '../../text/tokens.ts';
import { isCommonWord } from '../../text/words/index.ts';
import {
  ADDRESS_CUES,
  ARABIC_ADJUNCTS,
  ARABIC_BUILDINGS,
  ARABIC_STREETS,
  DISTRICTS,
} from './words.ts';
import { between, type Passage } from '../passage.ts';
import { isQuantity } from '../quantity.ts';
import type { Asked } from '../questions.ts';
import type { Span } from '../span.ts';

const cues = new PhraseIndex(phrasesIn(ADDRESS_CUES).map((phrase) => [phrase, true]));
const NUMBER = /^\d{1,6}$/;
const PO_BOX = /ص ?\.? ?ب\.?(?: رقم)?:? ?\d+/gu;
/** Words of a street's or a district's name. */
const LONGEST_NAME = 3;
/** Words of an address. */
const LONGEST = 24;
const GAP = /^(?:[ ]|[,،] ?| - )$/u;

type Part = 'street' | 'building' | 'adjunct' | 'number' | 'name';

/**
 * Arabic addresses: a chain of streets, buildings, flats, floors and districts, each with its name or
 * number. A street alone, a floor alone and a district alone are none.
 */
export function arabicAddresses(passage: Passage, asked: Asked): Span[] {
  const words = passage.tokens.map(({ text }) => text);
  if (!words.some((word) => isOf(word, ARABIC_STREETS) || isOf(word, ARABIC_BUILDINGS)))
    return boxes(passage);
  const expected = asked.has('ADDRESS') || cues.find(words).length > 0;
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    if (isStrayNumber(passage, at)) continue;
    const parts = withoutDistrict(passage, at, chainFrom(passage, at));
    if (!isAddress(parts, expected)) continue;
    const last = at + parts.length - 1;
    spans.push({
      start: startOf(passage, at),
      end: passage.tokens[last]?.end ?? 0,
      kind: 'ADDRESS',
    });
    at = last;
  }
  return [...spans, ...boxes(passage)];
}

function boxes({ folded }: Passage): Span[] {
  return Array.from(folded.text.matchAll(PO_BOX), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'ADDRESS',
  }));
}

/** A number with a pause behind it, or more digits before it, is no house's. */
function isStrayNumber(passage: Passage, at: number): boolean {
  const [before, token, next] = [at - 1, at, at + 1].map((place) => passage.tokens[place]);
  if (token === undefined || !NUMBER.test(token.text)) return false;
  const paused = next === undefined || between(passage, token, next) !== ' ';
  return paused || /\d$/.test(before?.text ?? '') || NUMBER.test(next.text);
}

/** "and", "in" and "for" that are written onto the first word stay. */
function startOf({ tokens }: Passage, at: number): number {
  const token = tokens[at];
  const attached = /^[وبل](?=شارع|عماره|بنايه|شقه|طريق|حي|البيت|فيلا|مكتب)/u.exec(
    token?.text ?? '',
  );
  return (token?.start ?? 0) + (attached?.[0].length ?? 0);
}

function chainFrom(passage: Passage, from: number): Part[] {
  const parts: Part[] = [];
  for (let at = from; at < Math.min(passage.tokens.length, from + LONGEST); at++) {
    const part = partAt(passage, at, parts);
    if (part === null) break;
    parts.push(part);
  }
  return parts;
}

/** A district or a town behind the house tells nothing more. */
function withoutDistrict(passage: Passage, from: number, parts: Part[]): Part[] {
  const last = parts.findLastIndex((part) => part !== 'name');
  const word = passage.tokens[from + last]?.text ?? '';
  const hasNumber = parts.slice(0, last).includes('number');
  return hasNumber && isOf(word, DISTRICTS) ? parts.slice(0, last) : parts;
}

function partAt(passage: Passage, at: number, before: readonly Part[]): Part | null {
  const [previous, token] = [passage.tokens[at - 1], passage.tokens[at]];
  if (token === undefined || isTag(token.text)) return null;
  const gap =
    before.length === 0 || previous === undefined ? ' ' : between(passage, previous, token);
  if (!GAP.test(gap)) return null;
  if (isOf(token.text, ARABIC_STREETS)) return 'street';
  if (isOf(token.text, ARABIC_BUILDINGS)) return 'building';
  if (NUMBER.test(token.text)) return isQuantity(passage, at, at) ? null : 'number';
  if (before.length === 0) return isOf(token.text, ARABIC_ADJUNCTS) ? 'adjunct' : null;
  if (isOf(token.text, ARABIC_ADJUNCTS)) return 'adjunct';
  const names = before.length - 1 - before.findLastIndex((part) => part !== 'name');
  const named = gap === ' ' && names < LONGEST_NAME && before.at(-1) !== 'number';
  return named && isNameOfPlace(token.text) ? 'name' : null;
}

/** With the article even an everyday word is a name here: "شارع الستين". */
const isNameOfPlace = (word: string): boolean => word.startsWith('ال') || !isCommonWord(word);

const isOf = (word: string, words: ReadonlySet<string>): boolean =>
  formsOf(word).some((form) => words.has(form));

/** A street or a building with a number, or two named parts where an address is spoken of. */
function isAddress(parts: readonly Part[], expected: boolean): boolean {
  const anchors = parts.filter((part) => part === 'street' || part === 'building').length;
  const adjuncts = parts.filter((part) => part === 'adjunct').length;
  if (anchors === 0 || parts.length < 2) return false;
  if (parts.includes('number') && (parts.includes('street') || anchors > 1 || expected))
    return true;
  return expected && parts.includes('name') && (parts.includes('street') || anchors + adjuncts > 1);
}
