import type { Clock } from '../../core/clock.ts';
import { JournalUnwritable, type Journal } from '../journal/journal.ts';
import type { Checkpoint } from './checkpoint.ts';
import { Execution } from './execution.ts';
import { Newest } from './retention.ts';
import type { StateMachine } from './state-machine.ts';

export interface ExecutionsOptions {
  clock: Clock;
  /** Where executions are kept; in memory when left out. */
  journal?: Journal<Checkpoint>;
  /** Finished executions that are remembered; 10,000 unless said otherwise. */
  keepFinished?: number;
  /** Finished executions that are remembered event by event; 1,000 unless said otherwise. */
  keepHistories?: number;
}

/** Every execution that runs, and the newest of those that have ended. */
export class Executions {
  readonly #clock: Clock;
  readonly #journal: Journal<Checkpoint>;
  readonly #byArn = new Map<string, Execution>();
  readonly #finished: Newest<Execution>;
  readonly #histories: Newest<Execution>;
  readonly #onEnd: (execution: Execution) => void;

  constructor(options: ExecutionsOptions, onEnd: (execution: Execution) => void) {
    const { clock, journal, keepFinished = 10_000, keepHistories = 1_000 } = options;
    this.#clock = clock;
    this.#journal = journal ?? new Map<string, Checkpoint>();
    this.#onEnd = onEnd;
    this.#finished = new Newest(keepFinished, ({ arn }) => this.#forget(arn));
    this.#histories = new Newest(keepHistories, ({ history }) => history.shorten());
  }

  find(arn: string): Execution | undefined {
    return this.#byArn.get(arn);
  }

  /** In the order of their start. */
  of(machine: StateMachine): Execution[] {
    return [...this.#byArn.values()].filter((execution) => execution.machine === machine);
  }

  /** @throws JournalUnwritable, and then there is no such execution */
  begin(machine: StateMachine, checkpoint: Checkpoint): Execution {
    this.#journal.set(checkpoint.arn, checkpoint);
    return this.#add(machine, checkpoint);
  }

  /** Remembers what an earlier process kept of a state machine's executions. */
  restore(machine: StateMachine): void {
    const kept = [...this.#journal.values()].filter(
      ({ stateMachineArn }) => stateMachineArn === machine.arn,
    );
    kept
      .map((checkpoint) => this.#add(machine, checkpoint))
      .filter(({ status }) => status !== 'RUNNING')
      .sort((one, other) => (one.stopDate ?? 0) - (other.stopDate ?? 0))
      .forEach((execution) => this.#retire(execution));
  }

  #add(machine: StateMachine, checkpoint: Checkpoint): Execution {
    const execution = new Execution(machine, checkpoint, {
      now: () => this.#clock.now(),
      keep: (next) => void this.#journal.set(next.arn, next),
      onEnd: (ended) => {
        this.#retire(ended);
        this.#onEnd(ended);
      },
    });
    this.#byArn.set(execution.arn, execution);
    return execution;
  }

  #retire(execution: Execution): void {
    this.#histories.add(execution);
    this.#finished.add(execution);
  }

  #forget(arn: string): void {
    this.#byArn.delete(arn);
    try {
      this.#journal.delete(arn);
    } catch (error) {
      // Forgotten at the next start, then.
      if (!(error instanceof JournalUnwritable)) throw error;
    }
  }
}
