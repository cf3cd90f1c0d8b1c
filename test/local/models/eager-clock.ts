import type { Clock } from '../../../core/clock.ts';
import { STALL_MS } from '../../../local/models/download.ts';

/** Pauses are over at once; what waits for a stall waits until it is said that one is there. */
export class EagerClock implements Clock {
  readonly pauses: number[] = [];
  readonly #stalls = new Set<() => void>();

  now(): number {
    return 0;
  }

  after(milliseconds: number, action: () => void): () => void {
    if (milliseconds === STALL_MS) {
      this.#stalls.add(action);
      return () => this.#stalls.delete(action);
    }
    this.pauses.push(milliseconds);
    const soon = setImmediate(action);
    return () => clearImmediate(soon);
  }

  /** Lets the time go by in which nothing came. */
  stall(): void {
    for (const action of this.#stalls) action();
  }
}
