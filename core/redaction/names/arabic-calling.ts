import type { Token } from '../../text/tokens.ts';
import { between, type Passage } from '../passage.ts';
import { ORIGINS, PLACE_BEFORE } from './cues.ts';
import { isArabicFamilyName, isGivenName } from './known.ts';
import { isNoName } from './not-names.ts';
import { isArabic, nameFrom } from './shape.ts';

/** "Father of", "mother of": also with "and", "for" or "with" written onto it. */
const KUNYA = /^[وفلب]?(?:ابو|بو|ام)$/u;
const SON = 'بن';
const VERB_OR_PREFIXED = /^(?:و|ي|ت|ن|ب|ال|ل|ف)/u;
const SHORTEST_NAME = 3;

/** Arabic names by what they are made of, without a cue before them. */
export function composedIn(passage: Passage): Token[] {
  return passage.tokens.flatMap(({ text }, at) =>
    isArabic(text) && (isKunya(passage, at) || isSonOf(passage, at) || isOfFamily(passage, at))
      ? nameFrom(passage, at)
      : [],
  );
}

/** "أم فهد", "أبو ناصر". */
function isKunya(passage: Passage, at: number): boolean {
  return KUNYA.test(passage.tokens[at]?.text ?? '') && isGivenName(spacedAfter(passage, at));
}

/** "سيف بن خلفان": the name of a son and his father, everyday words or not. */
function isSonOf(passage: Passage, at: number): boolean {
  return isGivenName(passage.tokens[at]?.text ?? '') && spacedAfter(passage, at) === SON;
}

/** "الدوسري" alone, "بشاير العجمي" whole; a hospital or a street has its name of its own. */
function isOfFamily(passage: Passage, at: number): boolean {
  const word = passage.tokens[at]?.text ?? '';
  const before = passage.tokens[at - 1]?.text ?? '';
  if (PLACE_BEFORE.has(before) || ORIGINS.test(before)) return false;
  if (isArabicFamilyName(word)) return word.startsWith('ال');
  const named = word.length >= SHORTEST_NAME && !isNoName(word) && !VERB_OR_PREFIXED.test(word);
  return named && !ORIGINS.test(word) && isArabicFamilyName(spacedAfter(passage, at));
}

function spacedAfter(passage: Passage, at: number): string {
  const [token, next] = passage.tokens.slice(at, at + 2);
  if (token === undefined || next === undefined) return '';
  return between(passage, token, next) === ' ' ? next.text : '';
}
