import type { AwaitedTask, Checkpoint, End, Outcome, Position } from './checkpoint.ts';
import { ExecutionEnded } from './errors.ts';
import { type EventDetails, History } from './history.ts';
import type { StateMachine } from './state-machine.ts';

export type ExecutionStatus = 'RUNNING' | Outcome['status'];

/** What an execution tells its engine. */
export interface ExecutionPorts {
  now: () => number;
  /** Writes down where it stands, before it stands there. @throws JournalUnwritable */
  keep: (checkpoint: Checkpoint) => void;
  onEnd: (execution: Execution) => void;
}

/**
 * One run of a state machine, from its input to its outcome. It is made from a checkpoint, its
 * first or one that an earlier process kept, and moves from each to the next.
 */
export class Execution {
  readonly machine: StateMachine;
  readonly history: History;
  #checkpoint: Checkpoint;
  readonly #ports: ExecutionPorts;
  readonly #ended = new AbortController();

  constructor(machine: StateMachine, checkpoint: Checkpoint, ports: ExecutionPorts) {
    this.machine = machine;
    this.#checkpoint = checkpoint;
    this.#ports = ports;
    this.history = new History(ports.now);
    const started = { input: this.input, roleArn: machine.roleArn };
    this.history.add('ExecutionStarted', { executionStartedEventDetails: started }, this.startDate);
    this.history.skipTo((this.position ?? this.#end)?.lastEventId ?? 1);
    if (this.#end !== undefined) this.#close(this.#end);
  }

  get arn(): string {
    return this.#checkpoint.arn;
  }

  get name(): string {
    return this.#checkpoint.name;
  }

  /** JSON text, as it was given. */
  get input(): string {
    return this.#checkpoint.input;
  }

  /** Milliseconds since the epoch. */
  get startDate(): number {
    return this.#checkpoint.startDate;
  }

  get stopDate(): number | undefined {
    return this.#end?.stopDate;
  }

  get outcome(): Outcome | undefined {
    return this.#end?.outcome;
  }

  get status(): ExecutionStatus {
    return this.outcome?.status ?? 'RUNNING';
  }

  /** Whether it has ended and somebody who should know of that may not. */
  get isUntold(): boolean {
    return this.#end?.isTold === false;
  }

  /** Where it stands; undefined once it has ended. */
  get position(): Position | undefined {
    const { now } = this.#checkpoint;
    return 'position' in now ? now.position : undefined;
  }

  /** Aborts when the execution ends, however it ends, or goes no further in this process. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** @throws JournalUnwritable, ExecutionEnded */
  moveTo(position: Omit<Position, 'enteredAt' | 'lastEventId'>): void {
    this.#ended.signal.throwIfAborted();
    const { lastId } = this.history;
    const moved = { ...position, enteredAt: this.#ports.now(), lastEventId: lastId };
    this.#keep({ position: moved });
  }

  /** The task of the present state waits for its token. @throws JournalUnwritable, ExecutionEnded */
  awaitTask(task: AwaitedTask): void {
    this.#ended.signal.throwIfAborted();
    if (this.position !== undefined) this.#keep({ position: { ...this.position, task } });
  }

  /** Adds to what is known of the task that waits for a token, if it is the present one. @throws JournalUnwritable */
  updateTask(token: string, change: Partial<AwaitedTask>): void {
    const task = this.position?.task;
    if (task?.token === token) this.awaitTask({ ...task, ...change });
  }

  /** Ends the execution; whoever comes second changes nothing. @throws JournalUnwritable */
  end(outcome: Outcome): void {
    if (this.#ended.signal.aborted) return;
    const lastEventId = this.history.lastId;
    const end = { outcome, stopDate: this.#ports.now(), lastEventId, isTold: false };
    this.#keep({ end });
    this.#close(end);
    this.#ports.onEnd(this);
  }

  /** Whoever should know of its end does. @throws JournalUnwritable */
  told(): void {
    if (this.#end !== undefined) this.#keep({ end: { ...this.#end, isTold: true } });
  }

  /** Goes no further in this process and is left to the next one as it stands. */
  halt(): void {
    this.history.seal();
    this.#ended.abort(new ExecutionEnded());
  }

  get #end(): End | undefined {
    const { now } = this.#checkpoint;
    return 'end' in now ? now.end : undefined;
  }

  #keep(now: Checkpoint['now']): void {
    const checkpoint = { ...this.#checkpoint, now };
    this.#ports.keep(checkpoint);
    this.#checkpoint = checkpoint;
  }

  #close({ outcome, stopDate }: End): void {
    this.history.close(...endEvent(outcome), stopDate);
    this.#ended.abort(new ExecutionEnded());
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
