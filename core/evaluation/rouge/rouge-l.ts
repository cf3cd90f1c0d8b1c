import type { NumberedPair } from '../numbered.ts';
import { commonIndexes, commonLength } from './common-subsequence.ts';
import { rougeScore, type RougeScore } from './score.ts';

/** ROUGE-L (Lin 2004): the longest run of words in the same order, gaps allowed. */
export function rougeL({ one: reference, other: candidate }: NumberedPair): RougeScore {
  return rougeScore(commonLength(reference, candidate), candidate.length, reference.length);
}

/** How many words each line of a text has. */
export type LineLengths = readonly number[];

/**
 * ROUGE-Lsum (Lin 2004, section 3.2): for each sentence of the reference the union of what it shares
 * with every sentence of the candidate. As in ROUGE-1.5.5 and `rouge_score`, no word counts more
 * often than it stands in either text.
 */
export function rougeLsum(
  { one: reference, other: candidate, symbols }: NumberedPair,
  lengths: { readonly reference: LineLengths; readonly candidate: LineLengths },
): RougeScore {
  const [wanted, given] = [counts(reference, symbols), counts(candidate, symbols)];
  const others = cut(candidate, lengths.candidate);
  let shared = 0;
  for (const sentence of cut(reference, lengths.reference)) {
    for (const word of sharedWords(sentence, others)) {
      if (take(word, given) && take(word, wanted)) shared++;
    }
  }
  return rougeScore(shared, candidate.length, reference.length);
}

function cut(words: Uint32Array, lengths: LineLengths): Uint32Array[] {
  let from = 0;
  return lengths.map((length) => words.subarray(from, (from += length)));
}

function sharedWords(sentence: Uint32Array, others: readonly Uint32Array[]): Uint32Array {
  const union = new Uint8Array(sentence.length);
  for (const other of others) for (const at of commonIndexes(sentence, other)) union[at] = 1;
  return sentence.filter((_, at) => union[at] === 1);
}

function counts(words: Uint32Array, symbols: number): Uint32Array {
  const counts = new Uint32Array(symbols + 1);
  for (const word of words) counts[word] = (counts[word] as number) + 1;
  return counts;
}

function take(word: number, counts: Uint32Array): boolean {
  const left = counts[word] as number;
  if (left > 0) counts[word] = left - 1;
  return left > 0;
}
