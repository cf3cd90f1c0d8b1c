import type { Token } from 'node-llama-cpp';
import type { TrieNode } from './label-trie.ts';
import type { LogProbabilities } from './log-probabilities.ts';

/** What follows a parting: a token, or null where a label that others go on from ends. */
export type Way = Token | null;

/**
 * The probability of each way, 0 to 1, together 1. Other tokens are left out of the account, as
 * when decoding is constrained. A label that ends gets what no longer label takes up.
 */
export function sharesOf(node: TrieNode, likely: LogProbabilities): Map<Way, number> {
  const logs = new Map<Way, number>(
    [...node.children.keys()].map((token) => [token, likely.get(token) ?? -Infinity]),
  );
  if (node.label !== null) logs.set(null, logOfRest([...logs.values()]));
  return normalised(logs);
}

/** ln(1 - sum of exp) */
function logOfRest(logs: readonly number[]): number {
  const sum = logs.reduce((total, log) => total + Math.exp(log), 0);
  return Math.log(Math.max(0, 1 - sum));
}

/** Relative to the largest, so that what is far from likely keeps its proportions. */
function normalised(logs: ReadonlyMap<Way, number>): Map<Way, number> {
  const largest = Math.max(...logs.values());
  if (largest === -Infinity) return new Map([...logs.keys()].map((way) => [way, 1 / logs.size]));
  const weights = [...logs].map(([way, log]) => [way, Math.exp(log - largest)] as const);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([way, weight]) => [way, weight / total]));
}
