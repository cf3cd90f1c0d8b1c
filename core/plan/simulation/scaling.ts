import type { EventQueue } from './event-queue.ts';
import type { Fleet } from './fleet.ts';
import { LOW_SHARE, type FleetRules, type TargetTracking } from './rules.ts';

/** The least that is looked at: scheduled minimums begin on whole minutes. */
const MINUTE = 60;

/** Keeps a fleet between its scheduled minimum and its maximum, as its load asks for. */
export class Scaling {
  readonly #events: EventQueue;
  readonly #fleet: Fleet;
  readonly #rules: FleetRules;
  #minimum: number;
  #above = 0;
  #below = 0;
  #lastIn = -Infinity;
  #isWaking = false;

  constructor(events: EventQueue, fleet: Fleet, rules: FleetRules) {
    this.#events = events;
    this.#fleet = fleet;
    this.#rules = rules;
    this.#minimum = rules.minimumAt(0);
    this.#each(MINUTE, () => this.#keepMinimum());
    const { tracking } = rules;
    if (tracking !== null) this.#each(tracking.periodSeconds, () => this.#track(tracking));
  }

  /** A job has found the fleet at zero. */
  wake(): void {
    if (!this.#rules.wakes || this.#isWaking || this.#fleet.desired > 0) return;
    this.#isWaking = true;
    this.#events.after(this.#rules.wakeAfterSeconds, () => {
      this.#isWaking = false;
      if (this.#fleet.desired === 0) this.#fleet.setDesired(1);
    });
  }

  #each(seconds: number, action: () => void): void {
    this.#events.after(seconds, () => {
      action();
      this.#each(seconds, action);
    });
  }

  /** A scheduled action sets the minimum alone: what runs above it is left to the load. */
  #keepMinimum(): void {
    this.#minimum = this.#rules.minimumAt(this.#events.now);
    if (this.#fleet.desired < this.#minimum) this.#fleet.setDesired(this.#minimum);
    if (this.#fleet.waiting > 0) this.wake();
  }

  /** Without a machine there is no metric, and so no tracking. */
  #track(tracking: TargetTracking): void {
    const { ready, waiting, busy } = this.#fleet;
    if (ready === 0) return;
    const load = tracking.metric === 'waiting' ? waiting : waiting + busy;
    const needed = Math.ceil(load / tracking.target);
    const metric = load / ready;
    this.#above = metric > tracking.target ? this.#above + 1 : 0;
    this.#below = metric < LOW_SHARE * tracking.target ? this.#below + 1 : 0;
    if (this.#above >= tracking.valuesOut) this.#addUpTo(needed);
    else if (this.#below >= tracking.valuesIn) this.#takeAwayDownTo(needed, tracking);
  }

  #addUpTo(needed: number): void {
    if (needed > this.#fleet.desired) this.#fleet.setDesired(needed);
  }

  /**
   * One at a time: the documentation says that it takes away gradually and not how much, and this is
   * the dearer reading of it.
   */
  #takeAwayDownTo(needed: number, { cooldownInSeconds }: TargetTracking): void {
    const { now } = this.#events;
    const least = Math.max(needed, this.#minimum, this.#fleet.desired - 1);
    if (least >= this.#fleet.desired || now - this.#lastIn < cooldownInSeconds) return;
    this.#lastIn = now;
    this.#fleet.setDesired(least);
  }
}
