import type { Cancel, Clock } from '../../core/clock.ts';
import { ExecutionEnded } from './errors.ts';
import { STATES_ERROR, StateFailure } from './failure.ts';
import type { JsonValue } from './json.ts';

/** How long a task may take, and may stay silent; undefined is without limit. */
export interface TaskLimits {
  timeoutSeconds: number | undefined;
  heartbeatSeconds: number | undefined;
}

/** Since when the limits count, in milliseconds since the epoch. */
export interface TaskTimes {
  startedAt: number;
  heartbeatAt: number;
}

/**
 * One attempt at a task, settled by whoever comes first: its integration, the holder of its token, a
 * limit, or the end of the execution. It is settled at that very moment, so that no late answer is
 * taken and then lost.
 */
export class PendingTask {
  readonly outcome: Promise<JsonValue>;
  readonly #clock: Clock;
  readonly #heartbeatSeconds: number | undefined;
  readonly #abort = new AbortController();
  readonly #ended: AbortSignal;
  #settle: { resolve(result: JsonValue): void; reject(reason: Error): void };
  #cancelTimeout: Cancel | undefined;
  #cancelHeartbeat: Cancel | undefined;
  #open = true;

  /** @param ended aborts when the execution ends */
  constructor(clock: Clock, limits: TaskLimits, times: TaskTimes, ended: AbortSignal) {
    this.#clock = clock;
    this.#heartbeatSeconds = limits.heartbeatSeconds;
    this.#ended = ended;
    this.#settle = { resolve: () => {}, reject: () => {} };
    this.outcome = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    ended.addEventListener('abort', this.#stop);
    this.#cancelTimeout = this.#after(limits.timeoutSeconds, times.startedAt, false);
    this.#cancelHeartbeat = this.#after(limits.heartbeatSeconds, times.heartbeatAt, true);
  }

  get open(): boolean {
    return this.#open;
  }

  /** Aborts when the task ended without a result. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  succeed(result: JsonValue): void {
    if (this.#close()) this.#settle.resolve(result);
  }

  fail(reason: Error): void {
    if (!this.#close()) return;
    this.#settle.reject(reason);
    this.#abort.abort(reason);
  }

  /** Restarts the time that the task may stay silent. */
  heartbeat(): void {
    this.#cancelHeartbeat?.();
    this.#cancelHeartbeat = this.#after(this.#heartbeatSeconds, this.#clock.now(), true);
  }

  readonly #stop = (): void => this.fail(new ExecutionEnded());

  #after(seconds: number | undefined, since: number, missedHeartbeat: boolean): Cancel | undefined {
    if (seconds === undefined) return undefined;
    const left = since + seconds * 1000 - this.#clock.now();
    return this.#clock.after(Math.max(0, left), () =>
      this.fail(new StateFailure(STATES_ERROR.timeout, '', { missedHeartbeat })),
    );
  }

  #close(): boolean {
    const wasOpen = this.#open;
    this.#open = false;
    this.#cancelTimeout?.();
    this.#cancelHeartbeat?.();
    this.#ended.removeEventListener('abort', this.#stop);
    return wasOpen;
  }
}
