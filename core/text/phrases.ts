import { wordsOf } from './tokens.ts';

/** A phrase found in a list of words. */
export interface PhraseHit<Value> {
  readonly at: number;
  readonly length: number;
  readonly value: Value;
}

interface Entry<Value> {
  readonly rest: readonly string[];
  readonly value: Value;
}

/**
 * Arabic writes "and", "for", "with" and "the" onto the word: these come off before a word is
 * looked up. Only what leaves three letters comes off; true stemming hurts more than it helps.
 */
const CONJUNCTION = /^[وف](?=.{2})/u;
const PREPOSITION = /^(?:ال|بال|كال|لل|ب|ل|ك)(?=.{3})/u;
const ARABIC = /^\p{Script=Arabic}/u;
const SHORTEST_STEM = 3;
/** Speech repeats its words: what a word can begin is looked up once, for the last so many words. */
const MOST_KNOWN_WORDS = 20_000;

/**
 * Phrases to look for in words, each with what it stands for. Words are folded as the text is; a
 * word that ends in `*` stands for every word that starts so. The longest phrase wins.
 */
export class PhraseIndex<Value> {
  #exact = new Map<string, Entry<Value>[]>();
  #stems = new Map<string, Entry<Value>[]>();
  #longestStem = 0;
  #known = new Map<string, readonly Entry<Value>[]>();

  constructor(phrases: Iterable<readonly [phrase: string, value: Value]>) {
    for (const [phrase, value] of phrases) this.#add(phrase, value);
  }

  /** Hits in order; none overlaps another. */
  find(words: readonly string[]): PhraseHit<Value>[] {
    const hits: PhraseHit<Value>[] = [];
    for (let at = 0; at < words.length;) {
      const entry = this.#longestAt(words, at);
      const length = entry === undefined ? 1 : entry.rest.length + 1;
      if (entry !== undefined) hits.push({ at, length, value: entry.value });
      at += length;
    }
    return hits;
  }

  /** Every phrase that begins at a word, whatever it overlaps: for what is looked for on its own. */
  findAll(words: readonly string[]): PhraseHit<Value>[] {
    return words.flatMap((word, at) =>
      this.#beginningWith(word)
        .filter((entry) => goesOn(entry, words, at + 1))
        .map(({ rest, value }) => ({ at, length: rest.length + 1, value })),
    );
  }

  #add(phrase: string, value: Value): void {
    const [first = '', ...rest] = phraseWords(phrase);
    if (first === '') throw new RangeError('expected a phrase of at least one word, got none');
    if (isShortStem(first)) {
      throw new RangeError(`expected a stem of ${SHORTEST_STEM} letters or more, got "${first}"`);
    }
    const [index, key] = first.endsWith('*')
      ? [this.#stems, first.slice(0, -1)]
      : [this.#exact, first];
    if (index === this.#stems) this.#longestStem = Math.max(this.#longestStem, key.length);
    index.set(key, [...(index.get(key) ?? []), { rest, value }]);
  }

  #longestAt(words: readonly string[], at: number): Entry<Value> | undefined {
    return this.#beginningWith(words[at] ?? '').find((entry) => goesOn(entry, words, at + 1));
  }

  /** What a word can begin, the longest first. */
  #beginningWith(word: string): readonly Entry<Value>[] {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const entries = formsOf(word).flatMap((form) => [
      ...(this.#exact.get(form) ?? []),
      ...this.#stemsOf(form).flatMap((stem) => this.#stems.get(stem) ?? []),
    ]);
    entries.sort((one, other) => other.rest.length - one.rest.length);
    if (this.#known.size >= MOST_KNOWN_WORDS) this.#known.clear();
    this.#known.set(word, entries);
    return entries;
  }

  #stemsOf(form: string): string[] {
    const longest = Math.min(form.length, this.#longestStem);
    return Array.from({ length: Math.max(0, longest - SHORTEST_STEM + 1) }, (_, more) =>
      form.slice(0, SHORTEST_STEM + more),
    );
  }
}

function goesOn<Value>({ rest }: Entry<Value>, words: readonly string[], from: number): boolean {
  return rest.every((word, step) => isWord(words[from + step], word));
}

/** A word as it stands and, for Arabic, without what is written onto its front. */
export function formsOf(word: string): readonly string[] {
  if (!isArabic(word)) return [word];
  const known = KNOWN_FORMS.get(word);
  if (known !== undefined) return known;
  const joined = word.replace(CONJUNCTION, '');
  const forms = [
    ...new Set([word, joined, joined.replace(PREPOSITION, ''), word.replace(PREPOSITION, '')]),
  ];
  if (KNOWN_FORMS.size >= MOST_KNOWN_WORDS) KNOWN_FORMS.clear();
  KNOWN_FORMS.set(word, forms);
  return forms;
}

const KNOWN_FORMS = new Map<string, readonly string[]>();

/** The expression is asked only of what lies behind Latin, Greek, Cyrillic and Hebrew. */
const isArabic = (word: string): boolean => word.charCodeAt(0) >= 0x600 && ARABIC.test(word);

/** Several phrases of a list, separated by commas. */
export function phrasesIn(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** Whether a text can be looked for. */
export function isPhrase(text: string): boolean {
  const words = phraseWords(text);
  return words.length > 0 && !words.includes('*') && !isShortStem(words[0] ?? '');
}

const isShortStem = (word: string): boolean => word.endsWith('*') && word.length <= SHORTEST_STEM;

function phraseWords(phrase: string): string[] {
  return phrase
    .split(/\s+/u)
    .flatMap((part) => (part.endsWith('*') ? [`${wordsOf(part).join('')}*`] : wordsOf(part)));
}

function isWord(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  // Nearly all words that are tried end here: no forms are made for them.
  if (word === pattern) return true;
  if (!pattern.endsWith('*')) return isArabic(word) && formsOf(word).includes(pattern);
  const stem = pattern.slice(0, -1);
  return formsOf(word).some((form) => form.startsWith(stem));
}
