import { normalise } from '../../text/fold.ts';

/** What stands between words once their spelling is folded; an apostrophe is part of its word. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}']+/u;
const OUTER_APOSTROPHES = /^'+|'+$/g;

/** A text as it is written, cut at white space: what raw error rates compare. */
export function rawWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/**
 * The words of a text without what engines may write as they like: case, punctuation, diacritics,
 * tatweel, the forms of alef, ya and ta marbuta, Arabic-Indic digits. Numbers stay as they are
 * written: "24" is not "twenty-four".
 */
export function normalisedWords(text: string): string[] {
  return normalise(text)
    .split(BETWEEN_WORDS)
    .map((word) => word.replaceAll(OUTER_APOSTROPHES, ''))
    .filter((word) => word !== '');
}
