import type { Clock } from '../../core/clock.ts';
import type { Execution } from './execution.ts';
import { StateFailure } from './failure.ts';
import type { JsonValue } from './json.ts';
import type { PendingTask } from './pending-task.ts';
import type { Answer } from './checkpoint.ts';
import type { TokenHolder } from './task-tokens.ts';

/**
 * A task as the holder of its token sees it. What the holder says is kept before it is taken: once
 * an answer is accepted, its holder forgets the task.
 */
export class AnswerableTask implements TokenHolder {
  readonly #token: string;
  readonly #execution: Execution;
  readonly #pending: PendingTask;
  readonly #clock: Clock;

  constructor(token: string, execution: Execution, pending: PendingTask, clock: Clock) {
    this.#token = token;
    this.#execution = execution;
    this.#pending = pending;
    this.#clock = clock;
  }

  get open(): boolean {
    return this.#pending.open;
  }

  /** @throws JournalUnwritable */
  succeed(result: JsonValue): void {
    this.#take({ result });
  }

  /** @throws JournalUnwritable */
  fail(error: string, cause: string): void {
    this.#take({ error, cause });
  }

  /** @throws JournalUnwritable */
  heartbeat(): void {
    this.#execution.updateTask(this.#token, { heartbeatAt: this.#clock.now() });
    this.#pending.heartbeat();
  }

  #take(answer: Answer): void {
    this.#execution.updateTask(this.#token, { answer });
    settle(this.#pending, answer);
  }
}

/** Ends a task the way its answer says. */
export function settle(pending: PendingTask, answer: Answer): void {
  if ('result' in answer) pending.succeed(answer.result);
  else pending.fail(new StateFailure(answer.error, answer.cause));
}
