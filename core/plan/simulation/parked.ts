import type { EventQueue } from './event-queue.ts';
import type { Fleet } from './fleet.ts';
import type { Job } from './machine.ts';

/** Calls that found no copy: each waits in the state machine, and asks again now and then. */
export class Parked {
  readonly #events: EventQueue;
  readonly #fleet: Fleet;
  readonly #retrySeconds: number;
  #jobs: { job: Job; since: number }[] = [];

  constructor(events: EventQueue, fleet: Fleet, retrySeconds: number) {
    this.#events = events;
    this.#fleet = fleet;
    this.#retrySeconds = retrySeconds;
    fleet.onReady(() => this.#release());
  }

  get length(): number {
    return this.#jobs.length;
  }

  add(job: Job): void {
    this.#jobs.push({ job, since: this.#events.now });
  }

  /** Each hears of the copy with its next try, not before. */
  #release(): void {
    const { now } = this.#events;
    for (const { job, since } of this.#jobs) {
      const tries = Math.ceil((now - since) / this.#retrySeconds);
      this.#events.at(since + tries * this.#retrySeconds, () => this.#fleet.offer(job));
    }
    this.#jobs = [];
  }
}
