import { rougeScore, type RougeScore } from './score.ts';

/** ROUGE-N (Lin 2004): the n-grams that both hold, each as often as the side that holds it less. */
export function rougeN(
  reference: readonly string[],
  candidate: readonly string[],
  n: number,
): RougeScore {
  const [wanted, given] = [ngrams(reference, n), ngrams(candidate, n)];
  let shared = 0;
  for (const [ngram, count] of wanted) shared += Math.min(count, given.get(ngram) ?? 0);
  return rougeScore(shared, ngramCount(candidate, n), ngramCount(reference, n));
}

const ngramCount = (tokens: readonly string[], n: number): number =>
  Math.max(0, tokens.length - n + 1);

function ngrams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= tokens.length; at++) {
    const ngram = n === 1 ? (tokens[at] ?? '') : tokens.slice(at, at + n).join(' ');
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}
