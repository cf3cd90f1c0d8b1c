import type { Clock } from '../../../../core/clock.ts';

/** Room for 16 million writes in one millisecond. */
const COUNTER_BITS = 24n;
/** 18 digits, as long as S3's own; they hold milliseconds to the year 10889. */
const DIGITS = 18;

/** Gives every write a number greater than all before it, across restarts and clock corrections. */
export class Sequencer {
  readonly #clock: Clock;
  #last: bigint;

  /** @param last the greatest sequencer given before, empty for none */
  constructor(clock: Clock, last: string) {
    this.#clock = clock;
    this.#last = BigInt(`0x${last === '' ? '0' : last}`);
  }

  /** Upper-case hexadecimal, of one length: text order is the order of writes. */
  next(): string {
    const now = BigInt(Math.floor(this.#clock.now())) << COUNTER_BITS;
    this.#last = now > this.#last ? now : this.#last + 1n;
    return this.#last.toString(16).toUpperCase().padStart(DIGITS, '0');
  }
}
