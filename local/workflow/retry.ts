import type { Retrier } from './definition.ts';
import { matches, type StateFailure } from './failure.ts';

/** Counts the attempts of one visit to a state; a later visit starts from nothing. */
export class Retries {
  readonly #retriers: readonly Retrier[];
  readonly #attempts = new Map<Retrier, number>();

  constructor(retriers: readonly Retrier[]) {
    this.#retriers = retriers;
  }

  /**
   * Seconds until the state is tried again; undefined when it is not. The first retrier that names
   * the failure decides, even when its attempts are used up.
   * @param random gives a number from 0 up to 1
   */
  next(failure: StateFailure, random: () => number): number | undefined {
    const retrier = this.#retriers.find(({ ErrorEquals }) => matches(ErrorEquals, failure));
    if (retrier === undefined) return undefined;
    const made = this.#attempts.get(retrier) ?? 0;
    if (made >= retrier.MaxAttempts) return undefined;
    this.#attempts.set(retrier, made + 1);
    return delay(retrier, made, random);
  }
}

/** Seconds before the retry that follows `made` earlier ones. */
function delay(retrier: Retrier, made: number, random: () => number): number {
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** made;
  const capped = Math.min(grown, retrier.MaxDelaySeconds ?? Infinity);
  return retrier.JitterStrategy === 'FULL' ? random() * capped : capped;
}
