import type { Cancel, Clock } from '../../../core/clock.ts';

interface LongPoll<T> {
  /** What there is for this poll; empty lets it wait on. */
  take: () => T[];
  end: (taken: T[]) => void;
  fail: (error: unknown) => void;
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
   * @throws what `take` throws
   */
  wait(take: () => T[], seconds: number, signal?: AbortSignal): Promise<T[]> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#polls.delete(poll);
        cancel();
        signal?.removeEventListener('abort', giveUp);
      };
      const end = (taken: T[]): void => {
        leave();
        resolve(taken);
      };
      const fail = (error: unknown): void => {
        leave();
        reject(error);
      };
      const giveUp = (): void => end([]);
      const poll = { take, end, fail };
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
    for (const poll of this.#polls) serveOne(poll);
    this.#cancelAlarm();
    const next = this.#polls.size === 0 ? undefined : nextAt();
    if (next === undefined) return;
    this.#cancelAlarm = this.#clock.after(next - this.#clock.now(), () => this.serve(nextAt));
  }
}

/** What fails a receiver is not the fault of the sender who woke it. */
function serveOne<T>({ take, end, fail }: LongPoll<T>): void {
  try {
    const taken = take();
    if (taken.length > 0) end(taken);
  } catch (error) {
    fail(error);
  }
}
