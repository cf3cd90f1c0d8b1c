import { whenWritable } from '../../journal/when-writable.ts';
import { AnswerableTask, settle } from '../answerable-task.ts';
import { waitsForToken } from '../check-definition.ts';
import type { AwaitedTask } from '../checkpoint.ts';
import type { TaskState } from '../definition.ts';
import { evaluationFailure } from '../expressions.ts';
import { STATES_ERROR, StateFailure, taskFailure } from '../failure.ts';
import type { Integration } from '../integration.ts';
import type { JsonValue } from '../json.ts';
import { PendingTask, type TaskLimits } from '../pending-task.ts';
import { createTaskToken } from '../task-tokens.ts';
import type { Exit, Visit } from '../visit.ts';

/** Calls the integration of its Resource, once: the interpreter retries and catches. */
export async function execute(state: TaskState, visit: Visit): Promise<Exit> {
  const awaited = waitsForToken(state) ? (visit.takeOver() ?? newlyAwaited(visit)) : undefined;
  visit.token = awaited?.token;
  const args = await visit.evaluate(state.Arguments, 'Arguments');
  const limits = {
    timeoutSeconds: await seconds(visit, 'TimeoutSeconds', state.TimeoutSeconds),
    heartbeatSeconds: await seconds(visit, 'HeartbeatSeconds', state.HeartbeatSeconds),
  };
  const result = await perform(new Attempt(state, visit, awaited), args, limits);
  return visit.exit(state, result, { result });
}

function newlyAwaited({ run }: Visit): AwaitedTask {
  const now = run.services.clock.now();
  return { token: createTaskToken(), startedAt: now, heartbeatAt: now, sent: false };
}

async function perform(attempt: Attempt, args: JsonValue, limits: TaskLimits): Promise<JsonValue> {
  attempt.schedule(args, limits);
  try {
    const result = await attempt.call(args, limits);
    attempt.succeeded(result);
    return result;
  } catch (thrown) {
    if (thrown instanceof StateFailure) attempt.failed(thrown);
    throw thrown;
  }
}

/** One attempt at a task, told to the history event by event. */
class Attempt {
  readonly #visit: Visit;
  readonly #state: TaskState;
  readonly #awaited: AwaitedTask | undefined;
  readonly #names: { resourceType: string; resource: string };

  constructor(state: TaskState, visit: Visit, awaited: AwaitedTask | undefined) {
    // arn:aws:states:::SERVICE:ACTION
    const [, , , , , resourceType = '', resource = ''] = state.Resource.split(':');
    this.#names = { resourceType, resource };
    this.#state = state;
    this.#visit = visit;
    this.#awaited = awaited;
  }

  schedule(args: JsonValue, { timeoutSeconds, heartbeatSeconds }: TaskLimits): void {
    const { history } = this.#visit.run.execution;
    history.add('TaskScheduled', {
      taskScheduledEventDetails: {
        ...this.#names,
        region: this.#visit.run.services.region,
        parameters: this.#visit.encode(args, 'was given arguments'),
        ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
        ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
      },
    });
    history.add('TaskStarted', { taskStartedEventDetails: this.#names });
  }

  /** @throws StateFailure, and ExecutionEnded */
  call(args: JsonValue, limits: TaskLimits): Promise<JsonValue> {
    if (this.#awaited !== undefined) return this.#await(this.#awaited, args, limits);
    const { execution, services } = this.#visit.run;
    const now = services.clock.now();
    const times = { startedAt: now, heartbeatAt: now };
    const pending = new PendingTask(services.clock, limits, times, execution.ended);
    this.#invoke(args, { signal: pending.signal }).then(
      (result) => pending.succeed(result),
      (thrown: unknown) => pending.fail(taskFailure(thrown)),
    );
    return pending.outcome;
  }

  succeeded(result: JsonValue): void {
    const { resourceType } = this.#names;
    const output = this.#visit.encode(result, 'returned a result', resourceType);
    this.#visit.run.execution.history.add('TaskSucceeded', {
      taskSucceededEventDetails: { ...this.#names, output },
    });
  }

  failed({ output: { Error: error, Cause: cause } }: StateFailure): void {
    const { history } = this.#visit.run.execution;
    const details = { ...this.#names, error, ...(cause !== '' && { cause }) };
    if (error === STATES_ERROR.timeout) {
      history.add('TaskTimedOut', { taskTimedOutEventDetails: details });
    } else {
      history.add('TaskFailed', { taskFailedEventDetails: details });
    }
  }

  /** Waits for the answer to a token; one that an earlier process sent is not sent again. */
  async #await(task: AwaitedTask, args: JsonValue, limits: TaskLimits): Promise<JsonValue> {
    const { execution, services } = this.#visit.run;
    const { clock, tokens } = services;
    await this.#kept(() => execution.awaitTask(task));
    const pending = new PendingTask(clock, limits, task, execution.ended);
    tokens.open(task.token, new AnswerableTask(task.token, execution, pending, clock));
    if (task.answer !== undefined) settle(pending, task.answer);
    else if (task.sent) this.#submitted({});
    else this.#send(task.token, pending, args);
    try {
      return await pending.outcome;
    } finally {
      tokens.close(task.token);
    }
  }

  #send(token: string, pending: PendingTask, args: JsonValue): void {
    this.#invoke(args, { signal: pending.signal, token })
      .then((sent) => this.#kept(() => this.#sent(token, pending, sent)))
      .catch((thrown: unknown) => pending.fail(taskFailure(thrown)));
  }

  #sent(token: string, pending: PendingTask, answer: JsonValue): void {
    // Whoever holds the token may have answered already.
    if (!pending.open) return;
    this.#visit.run.execution.updateTask(token, { sent: true });
    this.#submitted(answer);
  }

  #submitted(answer: JsonValue): void {
    this.#visit.run.execution.history.add('TaskSubmitted', {
      taskSubmittedEventDetails: { ...this.#names, output: JSON.stringify(answer) },
    });
  }

  async #invoke(args: JsonValue, task: Parameters<Integration>[1]): Promise<JsonValue> {
    const integration = this.#visit.run.services.integrations[this.#state.Resource];
    if (integration === undefined) throw new Error(`no integration for ${this.#state.Resource}`);
    return integration(args, task);
  }

  #kept(change: () => void): Promise<void> {
    const { execution, services } = this.#visit.run;
    return whenWritable(change, { clock: services.clock, signal: execution.ended });
  }
}

async function seconds(
  visit: Visit,
  field: string,
  template: string | number | undefined,
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await visit.evaluate(template, field);
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw evaluationFailure(`The field '${field}' must be a positive whole number.`, field);
}
