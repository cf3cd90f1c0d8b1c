import { formsOf } from '../phrases.ts';
import { ARABIC_COMMON_WORDS, ARABIC_FUNCTION_WORDS } from './ar.ts';
import { ENGLISH_COMMON_WORDS, ENGLISH_FUNCTION_WORDS, ENGLISH_WORDS_AND_NAMES } from './en.ts';

/** Arabic "and" and "then", written onto any word. */
const CONJUNCTION = /^[وف](?=.)/u;

/** Whether a folded word carries grammar rather than meaning, in either language. */
export function isFunctionWord(word: string): boolean {
  return (
    ENGLISH_FUNCTION_WORDS.has(word) ||
    ARABIC_FUNCTION_WORDS.has(word) ||
    ARABIC_FUNCTION_WORDS.has(word.replace(CONJUNCTION, ''))
  );
}

/** Whether a folded word is everyday speech, with or without what Arabic writes onto its front. */
export function isCommonWord(word: string): boolean {
  return (
    ENGLISH_COMMON_WORDS.has(word) || formsOf(word).some((form) => ARABIC_COMMON_WORDS.has(form))
  );
}

/** Whether a folded word is everyday speech and a given or family name as well ("grace"). */
export function isAlsoName(word: string): boolean {
  return ENGLISH_WORDS_AND_NAMES.has(word);
}
