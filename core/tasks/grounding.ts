import type { Language } from '../call.ts';
import { normalise } from '../text/fold.ts';
import { languageOf } from '../text/language.ts';
import { numbersWereSaid } from '../text/numbers.ts';
import { formsOf } from '../text/phrases.ts';
import { wordsOf } from '../text/tokens.ts';
import { isAlsoName, isCommonWord, isFunctionWord } from '../text/words/index.ts';
import { wordSet } from '../text/words/list.ts';

/** Who speaks in a call, as summaries name them. */
const ROLES = wordSet('customer client caller agent representative rep company');
const TAG = /\[\p{Lu}+\]/gu;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’&-]*/gu;
const SENTENCE_START = /(?:^|[.!?:\n]["'”)]*\s+|^["'“(-]+)$/u;
/** Arabic has no capitals: a name is known by what stands before it. */
const ARABIC_TITLED =
  /(?<!\p{L})(?:السيد|السيدة|سيد|الأستاذ|الأستاذة|أستاذ|الدكتور|الدكتورة|المهندس|اسمه|اسمها|يدعى|تدعى)\s+(\p{Script=Arabic}+)/gu;
/** Endings that English gives to words and hardly to names. */
const WORD_ENDING =
  /(?:ing|ion|ions|ment|ments|ness|ance|ence|able|ible|ity|ly|ous|ive|al|ised|ized|ted|ded)$/u;

/**
 * Whether every number, name and redaction tag of a text was said in what it rests on. Names are
 * words with a capital within a sentence, words with one at its start that are no everyday English,
 * Latin words in Arabic, and Arabic words behind a title.
 */
export function isGrounded(text: string, said: readonly string[]): boolean {
  const source = said.join('\n');
  if (!numbersWereSaid(text, source)) return false;
  const tags = new Set(source.match(TAG));
  if ((text.match(TAG) ?? []).some((tag) => !tags.has(tag))) return false;
  const words = new Set(wordsOf(source).flatMap(spellings));
  return namesIn(text, languageOf(source)).every((name) =>
    wordsOf(name)
      .flatMap(spellings)
      .some((form) => words.has(form)),
  );
}

function namesIn(text: string, source: Language | null): string[] {
  const bare = text.replaceAll(TAG, ' ');
  const titled = Array.from(bare.matchAll(ARABIC_TITLED), ([, name = '']) => name);
  return [...titled, ...(languageOf(bare) === 'ar' ? latinIn(bare) : capitalsIn(bare, source))];
}

const latinIn = (text: string): string[] =>
  (text.match(LATIN_WORD) ?? []).filter((word) => word.length > 1);

function capitalsIn(text: string, source: Language | null): string[] {
  return Array.from(text.matchAll(LATIN_WORD))
    .filter(({ 0: word }) => /^\p{Lu}/u.test(word) && word.length > 1)
    .filter(({ 0: word, index }) => {
      const [folded = ''] = spellings(normalise(word));
      if (isFunctionWord(folded) || ROLES.has(folded)) return false;
      const isAtStart = SENTENCE_START.test(text.slice(0, index));
      // At the start of a sentence any word has a capital, and Arabic shows no English word.
      return !isAtStart || (source === 'en' && !isEveryday(folded));
    })
    .map(([word]) => word);
}

const isEveryday = (word: string): boolean =>
  (isCommonWord(word) && !isAlsoName(word)) || WORD_ENDING.test(word);

/** A word and the same without what grammar writes onto it, the barest first. */
function spellings(word: string): string[] {
  const bare = word.replace(/'s$|s'$/u, '');
  const singular = bare.length > 3 ? bare.replace(/s$/u, '') : bare;
  return [...new Set([bare, singular, ...formsOf(bare)])];
}
