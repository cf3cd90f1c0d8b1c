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

/**
 * Phrases to look for in words, each with what it stands for. Words are folded as the text is; a
 * word that ends in `*` stands for every word that starts so. The longest phrase wins.
 */
export class PhraseIndex<Value> {
  #exact = new Map<string, Entry<Value>[]>();
  #stems = new Map<string, Entry<Value>[]>();
  /** First letters of all stems: most words begin with none of them, and need no further look. */
  #stemStarts = new Set<string>();
  #longestStem = 0;

  constructor(phrases: Iterable<readonly [phrase: string, value: Value]>) {
    for (const [phrase, value] of phrases) this.#add(phrase, value);
    const longestFirst = (one: Entry<Value>, other: Entry<Value>): number =>
      other.rest.length - one.rest.length;
    for (const entries of [...this.#exact.values(), ...this.#stems.values()]) {
      entries.sort(longestFirst);
    }
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
    const hits: PhraseHit<Value>[] = [];
    for (const [at, word] of words.entries()) {
      for (const entry of this.#candidates(word).flat()) {
        if (!goesOn(entry, words, at + 1)) continue;
        hits.push({ at, length: entry.rest.length + 1, value: entry.value });
      }
    }
    return hits;
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
    if (index === this.#stems) {
      this.#stemStarts.add(key.slice(0, SHORTEST_STEM));
      this.#longestStem = Math.max(this.#longestStem, key.length);
    }
    index.set(key, [...(index.get(key) ?? []), { rest, value }]);
  }

  #longestAt(words: readonly string[], at: number): Entry<Value> | undefined {
    let longest: Entry<Value> | undefined;
    for (const entries of this.#candidates(words[at] ?? '')) {
      const match = entries.find((entry) => goesOn(entry, words, at + 1));
      if (match && (!longest || match.rest.length > longest.rest.length)) longest = match;
    }
    return longest;
  }

  /** Entries that a word may begin, each list with the longest first. */
  #candidates(word: string): Entry<Value>[][] {
    const found: Entry<Value>[][] = [];
    for (const form of formsOf(word)) {
      const exact = this.#exact.get(form);
      if (exact !== undefined) found.push(exact);
      if (!this.#stemStarts.has(form.slice(0, SHORTEST_STEM))) continue;
      const end = Math.min(form.length, this.#longestStem);
      for (let length = SHORTEST_STEM; length <= end; length++) {
        const stems = this.#stems.get(form.slice(0, length));
        if (stems !== undefined) found.push(stems);
      }
    }
    return found;
  }
}

function goesOn<Value>({ rest }: Entry<Value>, words: readonly string[], from: number): boolean {
  return rest.every((word, step) => isWord(words[from + step], word));
}

/** A word as it stands and, for Arabic, without what is written onto its front. */
export function formsOf(word: string): string[] {
  if (!ARABIC.test(word)) return [word];
  const joined = word.replace(CONJUNCTION, '');
  return [
    ...new Set([word, joined, joined.replace(PREPOSITION, ''), word.replace(PREPOSITION, '')]),
  ];
}

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
  if (word === pattern) return true;
  const stem = pattern.endsWith('*') ? pattern.slice(0, -1) : null;
  return formsOf(word).some((form) => (stem === null ? form === pattern : form.startsWith(stem)));
}
