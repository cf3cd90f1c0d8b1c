import type { Token } from 'node-llama-cpp';

/** The natural logarithm of each candidate's probability, at temperature 1. */
export type LogProbabilities = ReadonlyMap<Token, number>;

interface Logits {
  logits?: ReadonlyMap<Token, number>;
  /** Sum of exp(logit - largest logit) over the vocabulary. */
  totalLogitWeight?: number;
}

/** The softmax over the whole vocabulary, of which only a few logits are read. */
export function logProbabilities(
  next: Logits | undefined,
  candidates: readonly Token[],
): LogProbabilities {
  const { logits, totalLogitWeight } = next ?? {};
  if (logits === undefined || totalLogitWeight === undefined)
    throw new Error('no logits came back');
  const top = Math.max(...logits.values());
  const logTotal = top + Math.log(totalLogitWeight);
  return new Map(candidates.map((token) => [token, (logits.get(token) ?? -Infinity) - logTotal]));
}
