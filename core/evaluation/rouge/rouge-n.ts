import type { NumberedPair } from '../numbered.ts';
import { rougeScore, type RougeScore } from './score.ts';

/** ROUGE-1 (Lin 2004): the words that both hold, each as often as the side that holds it less. */
export function rouge1({ one: reference, other: candidate, symbols }: NumberedPair): RougeScore {
  const left = new Uint32Array(symbols + 1);
  for (const word of reference) left[word] = (left[word] as number) + 1;
  let shared = 0;
  for (const word of candidate) {
    if (left[word] === 0) continue;
    left[word] = (left[word] as number) - 1;
    shared++;
  }
  return rougeScore(shared, candidate.length, reference.length);
}

/** ROUGE-2: the same of pairs of words that follow each other. */
export function rouge2({ one: reference, other: candidate, symbols }: NumberedPair): RougeScore {
  const left = new Map<number, number>();
  for (let at = 1; at < reference.length; at++) {
    const pair = pairAt(reference, at, symbols);
    left.set(pair, (left.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 1; at < candidate.length; at++) {
    const pair = pairAt(candidate, at, symbols);
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared++;
  }
  return rougeScore(shared, Math.max(0, candidate.length - 1), Math.max(0, reference.length - 1));
}

/** A word and the one before it as one number. */
function pairAt(words: Uint32Array, at: number, symbols: number): number {
  return (words[at - 1] as number) * (symbols + 1) + (words[at] as number);
}
