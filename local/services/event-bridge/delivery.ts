import type { Cancel, Clock } from '../../../core/clock.ts';
import type { EventEnvelope } from './envelope.ts';

export interface RetryPolicy {
  /** The first try included. */
  readonly maximumAttempts: number;
  /** Since the event was put; no try begins later. */
  readonly maximumAgeSeconds: number;
}

/** EventBridge's defaults. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const DEFAULT_RETRY: RetryPolicy = { maximumAttempts: 185, maximumAgeSeconds: 24 * 3600 };

/**
 * EventBridge backs off exponentially and does not say how. 1, 2, 4 ... 256 s, then 480 s each:
 * 185 tries end 23.6 h after the first, so that neither default makes the other moot.
 */
const backOffSeconds = (attempts: number): number => (attempts > 9 ? 480 : 2 ** (attempts - 1));

/** Something that takes events. It accepts and returns: the next event waits for that. */
export interface Target {
  readonly name: string;
  readonly deliver: (event: EventEnvelope) => Promise<unknown>;
  readonly retry?: Partial<RetryPolicy>;
  /** Gets what could not be delivered; without it such an event is dropped, as in EventBridge. */
  readonly deadLetter?: (letter: DeadLetter) => Promise<unknown>;
}

export interface DeadLetter {
  readonly event: EventEnvelope;
  readonly rule: string;
  readonly target: string;
  readonly attempts: number;
  /** What the last try was rejected with. */
  readonly error: unknown;
}

/** One event on its way to one target. */
interface Errand {
  readonly event: EventEnvelope;
  readonly acceptedAt: number;
  readonly attempts: number;
  readonly done: Done;
}

/** Told once: whether the target is done with the event, or the delivery was closed before. */
type Done = (isDone: boolean) => void;

/**
 * Brings a rule's events to one target. First tries are made one after another, in the order of
 * the events; a retry comes when its time has come and holds nobody up.
 */
export class Delivery {
  readonly #clock: Clock;
  readonly #rule: string;
  readonly #target: Target;
  readonly #retry: RetryPolicy;
  /** What stops each retry that is to come, and who waits for its end. */
  readonly #retries = new Map<Cancel, Done>();
  #firstTries: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(clock: Clock, rule: string, target: Target) {
    this.#clock = clock;
    this.#rule = rule;
    this.#target = target;
    this.#retry = { ...DEFAULT_RETRY, ...target.retry };
  }

  /** Names the target among all of its bus. */
  get target(): string {
    return `${this.#rule}/${this.#target.name}`;
  }

  /**
   * @returns true once the event is delivered, dropped, or in the dead-letter target's hands; false
   *   when the delivery was closed before that
   */
  accept(event: EventEnvelope): Promise<boolean> {
    return new Promise((done) => {
      const errand = { event, acceptedAt: this.#clock.now(), attempts: 1, done };
      this.#firstTries = this.#firstTries.then(() => this.#try(errand));
    });
  }

  /** Makes no further retry. */
  close(): void {
    this.#isClosed = true;
    for (const [cancel, done] of this.#retries) {
      cancel();
      done(false);
    }
  }

  async #try(errand: Errand): Promise<void> {
    try {
      await this.#target.deliver(errand.event);
      errand.done(true);
    } catch (error) {
      if (this.#isClosed) errand.done(false);
      else if (!this.#retryLater(errand)) await this.#giveUp(errand, error);
    }
  }

  #retryLater(errand: Errand): boolean {
    const { attempts, acceptedAt, done } = errand;
    const wait = backOffSeconds(attempts) * 1000;
    const age = this.#clock.now() + wait - acceptedAt;
    const { maximumAttempts, maximumAgeSeconds } = this.#retry;
    if (attempts >= maximumAttempts || age > maximumAgeSeconds * 1000) return false;
    const cancel = this.#clock.after(wait, () => {
      this.#retries.delete(cancel);
      void this.#try({ ...errand, attempts: attempts + 1 });
    });
    this.#retries.set(cancel, done);
    return true;
  }

  async #giveUp({ event, attempts, done }: Errand, error: unknown): Promise<void> {
    const letter = { event, rule: this.#rule, target: this.#target.name, attempts, error };
    try {
      await this.#target.deadLetter?.(letter);
    } catch {
      // EventBridge drops what its dead-letter queue does not take; there is nowhere else to go.
    }
    done(true);
  }
}
