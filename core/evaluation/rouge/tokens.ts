import { normalise } from '../../text/fold.ts';
import { porterStem } from './porter.ts';

/** A text as the words that are compared. */
export type Tokenizer = (text: string) => string[];

/** Words no longer than this are compared as they are. */
const LONGEST_UNSTEMMED = 3;
const MOST_REMEMBERED_STEMS = 50_000;
const LATIN = /^[a-z0-9]+$/;

/**
 * The tokenizer of Google's `rouge_score` with use_stemmer=True: runs of a to z and 0 to 9, stemmed.
 * A text in another script has no tokens at all, hence scores 0 whatever it says.
 */
export function googleTokenizer(): Tokenizer {
  const stem = rememberingStemmer();
  return (text) => (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stem);
}

/**
 * The same for every script: runs of letters and digits in one spelling (alef, ya and ta marbuta
 * forms, diacritics, Arabic-Indic digits). Words of a to z are stemmed as Google does, others not:
 * light stemming of Arabic conflates words that differ.
 */
export function unicodeTokenizer(): Tokenizer {
  const stem = rememberingStemmer();
  return (text) =>
    (normalise(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) =>
      LATIN.test(word) ? stem(word) : word,
    );
}

const PLAIN = /^[\0-\x7f]*$/;
const DRAWN_OUT = /([a-z])\1\1/i;

/** Whether both tokenizers find the same in a text: scores need not be made twice. */
export function readsAlike(text: string): boolean {
  return PLAIN.test(text) && !DRAWN_OUT.test(text);
}

/** Few words make most of a text: their stems are kept. */
function rememberingStemmer(): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    if (word.length <= LONGEST_UNSTEMMED) return word;
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size >= MOST_REMEMBERED_STEMS) stems.clear();
    const stem = porterStem(word);
    stems.set(word, stem);
    return stem;
  };
}
