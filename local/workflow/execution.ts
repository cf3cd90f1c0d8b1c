import { type Ending, type EventDetails, History } from './history.ts';
import type { StateMachine } from './state-machine.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** How an execution ended; `output` is JSON text. */
export type Outcome =
  | { status: 'SUCCEEDED'; output: string }
  | ({ status: 'FAILED' | 'TIMED_OUT' | 'ABORTED' } & Ending);

/** One run of a state machine, from its input to its outcome. */
export class Execution {
  readonly arn: string;
  readonly name: string;
  readonly machine: StateMachine;
  /** JSON text, as it was given. */
  readonly input: string;
  /** Milliseconds since the epoch. */
  readonly startDate: number;
  readonly history: History;
  stopDate: number | undefined;
  outcome: Outcome | undefined;
  readonly #now: () => number;
  readonly #ended = new AbortController();
  readonly #onStatusChange: (execution: Execution) => void;

  constructor(
    identity: { arn: string; name: string; machine: StateMachine; input: string },
    now: () => number,
    onStatusChange: (execution: Execution) => void,
  ) {
    this.arn = identity.arn;
    this.name = identity.name;
    this.machine = identity.machine;
    this.input = identity.input;
    this.startDate = now();
    this.#now = now;
    this.#onStatusChange = onStatusChange;
    this.history = new History(now);
    this.history.add('ExecutionStarted', {
      executionStartedEventDetails: { input: this.input, roleArn: this.machine.roleArn },
    });
    onStatusChange(this);
  }

  get status(): ExecutionStatus {
    return this.outcome?.status ?? 'RUNNING';
  }

  /** Aborts when the execution ends, however it ends. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Ends the execution; whoever comes second changes nothing. */
  end(outcome: Outcome): void {
    if (this.outcome !== undefined) return;
    this.outcome = outcome;
    this.stopDate = this.#now();
    this.history.close(...endEvent(outcome));
    this.#ended.abort();
    this.#onStatusChange(this);
  }
}

function endEvent(outcome: Outcome): [type: string, details: EventDetails] {
  if (outcome.status === 'SUCCEEDED') {
    const { output } = outcome;
    return ['ExecutionSucceeded', { executionSucceededEventDetails: { output } }];
  }
  const { status, ...ending } = outcome;
  if (status === 'FAILED') return ['ExecutionFailed', { executionFailedEventDetails: ending }];
  if (status === 'ABORTED') return ['ExecutionAborted', { executionAbortedEventDetails: ending }];
  return ['ExecutionTimedOut', { executionTimedOutEventDetails: ending }];
}
