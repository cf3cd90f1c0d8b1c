import type { LlamaContextSequence } from 'node-llama-cpp';

/** What node-llama-cpp's own decisions use to copy a sequence; not part of its public interface. */
interface Copying {
  _copyStateFromOtherSequence(other: LlamaContextSequence, length: number): Promise<boolean>;
}

/**
 * Makes `target` hold the first tokens of `source`, without evaluating them again.
 * @returns false where that can't be done; `target` is then empty
 */
export async function fork(
  source: LlamaContextSequence,
  target: LlamaContextSequence,
  length: number,
): Promise<boolean> {
  if (!canCopy(target)) return false;
  const copied = await target._copyStateFromOtherSequence(source, length);
  if (!copied) await target.clearHistory();
  return copied;
}

const canCopy = (sequence: LlamaContextSequence): sequence is LlamaContextSequence & Copying =>
  '_copyStateFromOtherSequence' in sequence;
