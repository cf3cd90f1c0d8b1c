import type { Unavailable } from '../tasks/unavailable.ts';
import { formsOf } from '../text/phrases.ts';
import { writtenWordsOf, type WrittenWord } from '../text/tokens.ts';
import { wordSet } from '../text/words/list.ts';
import { isCommonWord, isFunctionWord } from '../text/words/index.ts';
import type { Utterance } from './heard.ts';

const LONGEST_PHRASE = 3;
const MOST_KEYWORDS = 10;
/** Everyday words of any service call say less of this one; a background corpus in two steps. */
const COMMON_WORD_WEIGHT = 0.4;
/** Phrases tell more than their words, but a phrase heard once may be chance. */
const LENGTH_BONUS = 0.5;

/** Courtesies and fillers that no call is about. */
const EMPTY = wordSet(`
  good morning afternoon evening day night nice great pleasure welcome want wanted know name help much try tried let
  yes called calling moment minute
  العفو الله يسعدك يعطيك العافية اعتذر بعتذر معلش لحظة ثواني دقيقة اساعدك ساعدك تفضل أهلا
`);

/** Where no phrase goes on; a tag is a word that is not there. */
const CLAUSE_END = /\[[A-Z_]+\]|[.,!?;:؟،؛…]+(?:\s|$)/u;

interface Candidate {
  readonly words: readonly WrittenWord[];
  count: number;
}

/** What the call keeps coming back to: 1 to 3 words between function words, best first. */
export function keywordsOf(utterances: readonly Utterance[]): string[] | Unavailable {
  if (utterances.length === 0) return { unavailable: 'NO_WORDS' };
  const candidates = new Map<string, Candidate>();
  for (const chunk of utterances.flatMap(chunksOf)) {
    for (const words of phrasesOf(chunk)) {
      const key = keyOf(words);
      const known = candidates.get(key);
      if (known === undefined) candidates.set(key, { words, count: 1 });
      else known.count++;
    }
  }
  return distinct([...candidates.values()].toSorted((one, other) => scoreOf(other) - scoreOf(one)));
}

/** Stretches of words that carry meaning, between function words, numbers and punctuation. */
function chunksOf({ turn }: Utterance): WrittenWord[][] {
  const chunks: WrittenWord[][] = [[]];
  for (const clause of turn.text.split(CLAUSE_END)) {
    for (const word of writtenWordsOf(clause)) {
      if (isContent(word.folded)) chunks.at(-1)?.push(word);
      else chunks.push([]);
    }
    chunks.push([]);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

function isContent(word: string): boolean {
  if (word.length <= 2 || !/^\p{L}[\p{L}\p{M}'-]*$/u.test(word)) return false;
  return !isFunctionWord(word) && !formsOf(word).some((form) => EMPTY.has(form));
}

function phrasesOf(chunk: readonly WrittenWord[]): WrittenWord[][] {
  return chunk.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_PHRASE, chunk.length - from) }, (_, more) =>
      chunk.slice(from, from + more + 1),
    ),
  );
}

function scoreOf({ words, count }: Candidate): number {
  const weights = words.map(({ folded }) => (isCommonWord(folded) ? COMMON_WORD_WEIGHT : 1));
  const meaning = weights.reduce((sum, weight) => sum + weight, 0) / words.length;
  return count * meaning * (1 + LENGTH_BONUS * (words.length - 1));
}

/** The best ones, without any whose words another already shows. */
function distinct(ranked: readonly Candidate[]): string[] {
  const chosen: Candidate[] = [];
  for (const candidate of ranked) {
    if (chosen.length === MOST_KEYWORDS) break;
    if (!chosen.some((other) => shows(other, candidate))) chosen.push(candidate);
  }
  return chosen.map(({ words }) => words.map(({ written }) => written.toLowerCase()).join(' '));
}

/** Whether another phrase already tells a candidate, in whole or but for one word. */
function shows(one: Candidate, other: Candidate): boolean {
  const known = new Set(one.words.map(({ folded }) => folded));
  const shared = other.words.filter(({ folded }) => known.has(folded)).length;
  return shared === other.words.length || shared >= 2;
}

function keyOf(words: readonly WrittenWord[]): string {
  return words.map(({ folded }) => folded).join(' ');
}
