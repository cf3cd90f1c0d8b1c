import { sentencesOf } from '../text/sentences.ts';
import { wordsOf } from '../text/tokens.ts';
import { isCommonWord, isFunctionWord } from '../text/words/index.ts';
import type { Utterance } from './heard.ts';

/** Sentences of fewer words with meaning say nothing on their own ("Okay, one moment"). */
const FEWEST_CONTENT_WORDS = 2;
/** Everyday words tell less apart than rare ones. */
const COMMON_WORD_WEIGHT = 0.5;
/** Keeps a sentence of one rare word from beating all longer ones. */
const LENGTH_OFFSET = 3;

/** A sentence that a summary may quote. */
export interface Sentence {
  readonly text: string;
  readonly folded: string;
  readonly content: ReadonlySet<string>;
  readonly utterance: Utterance;
}

export function sentencesIn(utterance: Utterance): Sentence[] {
  return sentencesOf(utterance.turn.text).map((text) => {
    const words = wordsOf(text);
    const content = new Set(words.filter((word) => word.length > 1 && !isFunctionWord(word)));
    return { text, folded: words.join(' '), content, utterance };
  });
}

export function saysSomething({ content }: Sentence): boolean {
  return content.size >= FEWEST_CONTENT_WORDS;
}

/**
 * How central each sentence is: words that many sentences share weigh more. One pass over the words
 * instead of every pair of sentences, so that long calls cost no more a turn than short ones.
 */
export function saliences(sentences: readonly Sentence[]): (sentence: Sentence) => number {
  const spread = new Map<string, number>();
  for (const { content } of sentences) {
    for (const word of content) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string): number =>
    Math.log2(1 + (spread.get(word) ?? 0)) * (isCommonWord(word) ? COMMON_WORD_WEIGHT : 1);
  return ({ content }) =>
    [...content].reduce((sum, word) => sum + weightOf(word), 0) / (LENGTH_OFFSET + content.size);
}

/** How much of the shorter sentence the other says as well, 0 to 1. */
export function overlapOf(one: Sentence, other: Sentence): number {
  const shared = [...one.content].filter((word) => other.content.has(word)).length;
  return shared / Math.max(1, Math.min(one.content.size, other.content.size));
}
