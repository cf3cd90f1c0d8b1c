import type { BatchItem, PrioritizedBatchItem } from 'node-llama-cpp';

/** Turns of the microtask queue that a drawn token needs to come back as the next to evaluate. */
const PATIENCE = 16;

/** What is asked for at once, and how many tokens a batch takes. */
interface Asked {
  readonly items: readonly BatchItem[];
  readonly size: number;
}

/**
 * How the engine fills its batches: it waits until nothing more joins, then gives each an equal
 * share. By itself it goes on as soon as all of a batch are sampled, when the last of them has not
 * yet asked for its next token: texts of four sequences were decoded three, then one at a time.
 * An empty batch costs the engine nothing but a turn of the microtask queue.
 *
 * For a GPU, which reads all weights for each batch, whatever its size. A CPU computes: on two cores,
 * batches of three gave 128 tokens a second and whole ones of four 98 (docs/benchmarks/jais.md).
 */
export function fullBatches(): (asked: Asked) => PrioritizedBatchItem[] {
  let seen = 0;
  let waited = 0;
  return ({ items, size }) => {
    waited = items.length > seen ? 0 : waited + 1;
    seen = items.length;
    if (waited < PATIENCE) return [];
    seen = 0;
    waited = 0;
    return sharesOf(items, size);
  };
}

/** The shortest first, since what they leave of their share goes to the longer ones. */
function sharesOf(items: readonly BatchItem[], size: number): PrioritizedBatchItem[] {
  let left = size;
  return items
    .toSorted((one, other) => one.tokens.length - other.tokens.length)
    .map((item, at) => {
      const processAmount = Math.min(item.tokens.length, Math.floor(left / (items.length - at)));
      left -= processAmount;
      return { item, processAmount };
    })
    .filter(({ processAmount }) => processAmount > 0);
}
