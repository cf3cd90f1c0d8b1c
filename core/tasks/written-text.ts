import type { Language } from '../call.ts';
import { languageOf } from '../text/language.ts';
import { wordsOf } from '../text/tokens.ts';
import { EMPTY_ANSWER, REPEATED_ANSWER, WRONG_LANGUAGE, type Unavailable } from './unavailable.ts';

/** Fewer words than this repeat each other by chance. */
const FEWEST_WORDS = 12;
/** Of a text's runs of three words, how many differ at the least; a model in a loop has few. */
const DISTINCT_SHARE = 0.5;

/** What is wrong with a text that a model wrote, as a text: null where nothing is. */
export function flawOf(text: string, language: Language): Unavailable | null {
  const words = wordsOf(text);
  if (words.length === 0) return EMPTY_ANSWER;
  if (isLoop(words)) return REPEATED_ANSWER;
  return languageOf(text) === language ? null : WRONG_LANGUAGE;
}

function isLoop(words: readonly string[]): boolean {
  if (words.length < FEWEST_WORDS) return false;
  const runs = words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
  return new Set(runs).size < runs.length * DISTINCT_SHARE;
}
