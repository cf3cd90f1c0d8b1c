import { commonIndexes, commonLength } from './common-subsequence.ts';
import { rougeScore, type RougeScore } from './score.ts';

/** ROUGE-L (Lin 2004): the longest run of words in the same order, gaps allowed. */
export function rougeL(reference: readonly string[], candidate: readonly string[]): RougeScore {
  return rougeScore(commonLength(reference, candidate), candidate.length, reference.length);
}

/**
 * ROUGE-Lsum (Lin 2004, section 3.2): for each sentence of the reference the union of what it shares
 * with every sentence of the candidate. As in ROUGE-1.5.5 and `rouge_score`, no word counts more
 * often than it stands in either text.
 */
export function rougeLsum(
  reference: readonly (readonly string[])[],
  candidate: readonly (readonly string[])[],
): RougeScore {
  const [wanted, given] = [reference.flat(), candidate.flat()];
  const [inReference, inCandidate] = [counts(wanted), counts(given)];
  let shared = 0;
  for (const sentence of reference) {
    for (const word of sharedWords(sentence, candidate)) {
      if (take(word, inCandidate) && take(word, inReference)) shared++;
    }
  }
  return rougeScore(shared, given.length, wanted.length);
}

function sharedWords(
  sentence: readonly string[],
  candidate: readonly (readonly string[])[],
): string[] {
  const union = new Set(candidate.flatMap((other) => commonIndexes(sentence, other)));
  return sentence.filter((_, at) => union.has(at));
}

function counts(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function take(word: string, counts: Map<string, number>): boolean {
  const left = counts.get(word) ?? 0;
  if (left > 0) counts.set(word, left - 1);
  return left > 0;
}
