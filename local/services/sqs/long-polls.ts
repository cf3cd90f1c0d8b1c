import type { Cancel, Clock } from '../../../core/clock.ts';

interface LongPoll<T> {
  /** What there is for this poll; empty lets it wait on. */
  take: () => T[];
  end: (taken: T[]) => void;
}

/** Receivers that wait for messages, first come, first served. */
export class LongPolls<T> {
  readonly #clock: Clock;
  readonly #polls = new Set<LongPoll<T>>();
  #cancelAlarm: Cancel = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Waits until `take` gives something. A poll whose client has gone takes nothing any more.
   * @returns what was taken; nothing once the time is over or the signal aborts
   */
  wait(take: () => T[], seconds: number, signal?: AbortSignal): Promise<T[]> {
    return new Promise((resolve) => {
      const end = (taken: T[]): void => {
        this.#polls.delete(poll);
        cancel();
        signal?.removeEventListener('abort', giveUp);
        resolve(taken);
      };
      const giveUp = (): void => end([]);
      const poll = { take, end };
      const cancel = this.#clock.after(seconds * 1000, giveUp);
      signal?.addEventListener('abort', giveUp);
      this.#polls.add(poll);
    });
  }

  /**
   * Serves those who wait, now that there may be something to take.
   * @param nextAt tells when more becomes available by itself, in milliseconds since the epoch
   */
  serve(nextAt: () => number | undefined): void {
    for (const poll of this.#polls) {
      const taken = poll.take();
      if (taken.length > 0) poll.end(taken);
    }
    this.#cancelAlarm();
    const next = this.#polls.size === 0 ? undefined : nextAt();
    if (next === undefined) return;
    this.#cancelAlarm = this.#clock.after(next - this.#clock.now(), () => this.serve(nextAt));
  }
}
