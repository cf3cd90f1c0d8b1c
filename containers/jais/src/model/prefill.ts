import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Tokens of one slice. A context is locked until its queue is empty, so a long evaluation freezes
 * all others: on two cores, 1,000 tokens at once held another request up for 2.3 s, slices of 256
 * for 0.6 s at no cost; slices of 64 made the whole a fifth slower.
 */
export const SLICE = 256;

/**
 * Leaves exactly these tokens in the sequence and evaluates what it does not hold yet.
 * @returns how many it held already
 * @throws the signal's reason, between two slices
 */
export async function prefill(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  signal: AbortSignal,
): Promise<number> {
  await sequence.adaptStateToTokens([...tokens], false);
  const held = sequence.nextTokenIndex;
  for (let at = held; at < tokens.length; at += SLICE) {
    await evaluateSlice(sequence, tokens.slice(at, at + SLICE), signal);
  }
  return held;
}

/** Evaluates at most one slice, then lets the others have their turn. */
export async function evaluateSlice(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await sequence.evaluateWithoutGeneratingNewTokens([...tokens]);
  await nextTurn();
}
