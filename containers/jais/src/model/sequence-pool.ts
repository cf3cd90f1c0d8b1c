import type { LlamaContextSequence, Token } from 'node-llama-cpp';

type Waiting = (sequence: LlamaContextSequence) => void;

/** The sequences of a context, lent one request at a time: who asked first gets the next one. */
export class SequencePool {
  readonly #free: LlamaContextSequence[];
  readonly #waiting: Waiting[] = [];

  constructor(sequences: readonly LlamaContextSequence[]) {
    this.#free = [...sequences];
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get free(): number {
    return this.#free.length;
  }

  /**
   * The free sequence that already holds the most of a prompt's beginning, or the next one.
   * @throws the signal's reason while it waits
   */
  async acquire(prompt: readonly Token[], signal: AbortSignal): Promise<LlamaContextSequence> {
    signal.throwIfAborted();
    const best = nearestTo(prompt, this.#free);
    if (best !== undefined) return this.#lend(best);
    return this.#wait(signal);
  }

  /** Up to `most` further sequences, and none while a request waits for its first. */
  takeFree(most: number): LlamaContextSequence[] {
    return this.#free.splice(0, Math.max(0, most));
  }

  release(sequence: LlamaContextSequence): void {
    const lend = this.#waiting.shift();
    if (lend === undefined) this.#free.push(sequence);
    else lend(sequence);
  }

  #wait(signal: AbortSignal): Promise<LlamaContextSequence> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(lend), 1);
        reject(signal.reason as Error);
      };
      const lend: Waiting = (sequence) => {
        signal.removeEventListener('abort', leave);
        resolve(sequence);
      };
      this.#waiting.push(lend);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #lend(sequence: LlamaContextSequence): LlamaContextSequence {
    this.#free.splice(this.#free.indexOf(sequence), 1);
    return sequence;
  }
}

function nearestTo(
  prompt: readonly Token[],
  sequences: readonly LlamaContextSequence[],
): LlamaContextSequence | undefined {
  const held = (sequence: LlamaContextSequence): number =>
    sequence.compareContextTokens([...prompt]).firstDifferentIndex;
  return sequences.toSorted((one, other) => held(other) - held(one))[0];
}
