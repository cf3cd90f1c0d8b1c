import { ExecutionEnded } from './errors.ts';
import { STATES_ERROR, StateFailure } from './failure.ts';

/** Most events of one execution. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const EVENT_LIMIT = 25_000;

/** Why something ended badly. */
export interface Ending {
  error?: string | undefined;
  cause?: string | undefined;
}

interface TaskEvent {
  resourceType: string;
  resource: string;
}

/** What an event tells, under the names that GetExecutionHistory gives it. */
export interface EventDetails {
  executionStartedEventDetails?: { input: string; roleArn: string };
  executionSucceededEventDetails?: { output: string };
  executionFailedEventDetails?: Ending;
  executionTimedOutEventDetails?: Ending;
  executionAbortedEventDetails?: Ending;
  stateEnteredEventDetails?: { name: string; input: string };
  stateExitedEventDetails?: {
    name: string;
    output: string;
    /** JSON texts by variable. */
    assignedVariables?: Record<string, string>;
  };
  evaluationFailedEventDetails?: Ending & { state: string; location: string };
  taskScheduledEventDetails?: TaskEvent & {
    region: string;
    parameters: string;
    timeoutInSeconds?: number;
    heartbeatInSeconds?: number;
  };
  taskStartedEventDetails?: TaskEvent;
  taskSubmittedEventDetails?: TaskEvent & { output: string };
  taskSucceededEventDetails?: TaskEvent & { output: string };
  taskFailedEventDetails?: TaskEvent & Ending;
  taskTimedOutEventDetails?: TaskEvent & Ending;
}

export interface HistoryEvent extends EventDetails {
  id: number;
  /** 0 for the first event and, as on AWS, for the first state too. */
  previousEventId: number;
  /** Milliseconds since the epoch. */
  timestamp: number;
  type: string;
}

/** What happened in one execution, in order. */
export class History {
  #events: HistoryEvent[] = [];
  #lastId = 0;
  #closed = false;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get events(): readonly HistoryEvent[] {
    return this.#events;
  }

  get lastId(): number {
    return this.#lastId;
  }

  /** Goes on with the ids after those of events that an earlier process knew. */
  skipTo(lastId: number): void {
    this.#lastId = lastId;
  }

  /**
   * @param timestamp now unless said otherwise
   * @returns the event's id
   * @throws ExecutionEnded once the history is closed
   * @throws StateFailure when only the closing event has room left
   */
  add(type: string, details: EventDetails, timestamp = this.#now()): number {
    if (this.#closed) throw new ExecutionEnded();
    if (this.#lastId >= EVENT_LIMIT - 1) {
      const cause = `The execution reached the maximum number of history events (${EVENT_LIMIT}).`;
      throw new StateFailure(STATES_ERROR.runtime, cause);
    }
    return this.#append(type, details, timestamp);
  }

  /** Adds the last event. */
  close(type: string, details: EventDetails, timestamp: number): void {
    this.#append(type, details, timestamp);
    this.seal();
  }

  /** Takes no event any more. */
  seal(): void {
    this.#closed = true;
  }

  /** Forgets all but the first and the last event, to bound memory. */
  shorten(): void {
    this.#events = [...this.#events.slice(0, 1), ...this.#events.slice(-1)];
  }

  #append(type: string, details: EventDetails, timestamp: number): number {
    const id = ++this.#lastId;
    const previousEventId = id <= 2 ? 0 : id - 1;
    this.#events.push({ id, previousEventId, timestamp, type, ...details });
    return id;
  }
}
