import type { LlamaContext, LlamaContextSequence } from 'node-llama-cpp';
import { SequencePool } from './sequence-pool.ts';

/** One context with its sequences: the model alone, or with one adapter. */
export interface Lane {
  context: LlamaContext;
  sequences: readonly LlamaContextSequence[];
  pool: SequencePool;
  /** Tokens that one sequence holds. */
  capacity: number;
  /** Whether a sequence can be copied into another; else branches take turns on one. */
  forks: boolean;
}

export function laneOf(context: LlamaContext): Lane {
  const sequences = Array.from({ length: context.totalSequences }, () => context.getSequence());
  return {
    context,
    sequences,
    pool: new SequencePool(sequences),
    // node-llama-cpp shifts the beginning out before the last place is taken.
    capacity: context.contextSize - 1,
    forks: false,
  };
}
