import { waitsForToken } from '../check-definition.ts';
import type { TaskState } from '../definition.ts';
import { evaluationFailure } from '../expressions.ts';
import { STATES_ERROR, StateFailure, taskFailure } from '../failure.ts';
import type { JsonValue } from '../json.ts';
import { PendingTask, type TaskLimits } from '../pending-task.ts';
import { createTaskToken } from '../task-tokens.ts';
import type { Exit, Visit } from '../visit.ts';

/** Calls the integration of its Resource, once: the interpreter retries and catches. */
export async function execute(state: TaskState, visit: Visit): Promise<Exit> {
  visit.token = waitsForToken(state) ? createTaskToken() : undefined;
  const args = await visit.evaluate(state.Arguments, 'Arguments');
  const limits = {
    timeoutSeconds: await seconds(visit, 'TimeoutSeconds', state.TimeoutSeconds),
    heartbeatSeconds: await seconds(visit, 'HeartbeatSeconds', state.HeartbeatSeconds),
  };
  const result = await perform(new Attempt(state, visit), args, limits);
  return visit.exit(state, result, { result });
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
  readonly #names: { resourceType: string; resource: string };

  constructor(state: TaskState, visit: Visit) {
    // arn:aws:states:::SERVICE:ACTION
    const [, , , , , resourceType = '', resource = ''] = state.Resource.split(':');
    this.#names = { resourceType, resource };
    this.#state = state;
    this.#visit = visit;
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
  async call(args: JsonValue, limits: TaskLimits): Promise<JsonValue> {
    const { execution, services } = this.#visit.run;
    const { token } = this.#visit;
    const pending = new PendingTask(services.clock, limits, execution.ended);
    if (token !== undefined) services.tokens.open(token, pending);
    this.#start(pending, args, token).catch((thrown: unknown) => pending.fail(taskFailure(thrown)));
    try {
      return await pending.outcome;
    } finally {
      if (token !== undefined) services.tokens.close(token);
    }
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

  async #start(pending: PendingTask, args: JsonValue, token: string | undefined): Promise<void> {
    const { execution, services } = this.#visit.run;
    const integration = services.integrations[this.#state.Resource];
    if (integration === undefined) throw new Error(`no integration for ${this.#state.Resource}`);
    const { signal } = pending;
    if (token === undefined) return pending.succeed(await integration(args, { signal }));
    const sent = await integration(args, { signal, token });
    // Whoever holds the token may have answered already.
    if (!pending.open) return;
    execution.history.add('TaskSubmitted', {
      taskSubmittedEventDetails: { ...this.#names, output: JSON.stringify(sent) },
    });
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
