import type { Clock } from '../../core/clock.ts';
import type { AwaitedTask, Position } from './checkpoint.ts';
import type { State } from './definition.ts';
import type { Execution } from './execution.ts';
import { evaluationFailure } from './expressions.ts';
import { type ErrorOutput, STATES_ERROR, StateFailure } from './failure.ts';
import type { Functions } from './functions.ts';
import type { Integration } from './integration.ts';
import { exceedsPayloadLimit, type JsonValue } from './json.ts';
import type { TaskTokens } from './task-tokens.ts';

/** What every execution of an engine shares. */
export interface Services {
  clock: Clock;
  random: () => number;
  region: string;
  functions: Functions;
  integrations: Readonly<Record<string, Integration>>;
  tokens: TaskTokens;
  onStateEntered(entered: { executionArn: string; state: string; input: JsonValue }): void;
}

/** A running execution and what its states have assigned so far. */
export interface Run {
  readonly execution: Execution;
  /** What the execution was started with. */
  input: JsonValue;
  services: Services;
  variables: Record<string, JsonValue>;
}

/** What a state hands on; without `next` the execution has succeeded. */
export interface Exit {
  next: string | undefined;
  output: JsonValue;
}

/** The fields by which a state, a Choice rule or a Catch shapes what it hands on. */
interface Handover {
  Output?: JsonValue | undefined;
  Assign?: Record<string, JsonValue> | undefined;
  Next?: string | undefined;
}

/** What `$states` holds beside input and context. */
interface Members {
  result?: JsonValue;
  errorOutput?: ErrorOutput;
}

/** One stay of an execution in one state, across its retries. */
export class Visit {
  readonly run: Run;
  readonly name: string;
  readonly input: JsonValue;
  /** Attempts made after the first; only a Task has any. */
  retryCount = 0;
  token: string | undefined;
  readonly #type: State['Type'];
  readonly #enteredTime: string;
  readonly #enteredEventId: number;
  #taken: AwaitedTask | undefined;

  /** @throws ExecutionEnded, and StateFailure when the history is full */
  constructor(run: Run, type: State['Type'], { state, input, enteredAt, task }: Position) {
    this.run = run;
    this.name = state;
    this.input = input;
    this.#type = type;
    this.#taken = task;
    this.#enteredTime = new Date(enteredAt).toISOString();
    const entered = { name: state, input: JSON.stringify(input) };
    this.#enteredEventId = run.execution.history.add(
      `${type}StateEntered`,
      { stateEnteredEventDetails: entered },
      enteredAt,
    );
    run.services.onStateEntered({ executionArn: run.execution.arn, state, input });
  }

  /** The task that an earlier process left waiting in this state, for the first attempt. */
  takeOver(): AwaitedTask | undefined {
    const task = this.#taken;
    this.#taken = undefined;
    return task;
  }

  /** @throws StateFailure when the template cannot be evaluated */
  evaluate(template: JsonValue, field: string, members: Members = {}): Promise<JsonValue> {
    const { execution, services, variables } = this.run;
    const states = { input: this.input, context: this.#context(), ...members };
    const bindings = { ...services.functions, ...variables, states };
    return execution.machine.expressions.evaluate(template, field, bindings);
  }

  /**
   * Leaves the state: Assign and Output both see the variables as they were before.
   * @param whole what is handed on when there is no Output
   * @param prefix where the handover stands in its state, for example `Catch[0]/`
   */
  async exit(
    handover: Handover,
    whole: JsonValue,
    members: Members = {},
    prefix = '',
  ): Promise<Exit> {
    const { Output, Assign = {}, Next: next } = handover;
    const assigned = await this.#evaluateAssign(Assign, `${prefix}Assign`, members);
    const output =
      Output === undefined ? whole : await this.evaluate(Output, `${prefix}Output`, members);
    this.#recordExit(this.encode(output, 'returned a result'), assigned);
    Object.assign(this.run.variables, assigned);
    return { next, output };
  }

  /**
   * A value as JSON text that a state may hold.
   * @throws StateFailure `States.DataLimitExceeded`
   */
  encode(value: JsonValue, deed: string, who = this.name): string {
    const text = JSON.stringify(value);
    if (!exceedsPayloadLimit(text)) return text;
    throw new StateFailure(
      STATES_ERROR.dataLimitExceeded,
      `The state/task '${who}' ${deed} with a size exceeding the maximum number of bytes service limit.`,
    );
  }

  /** Says in AWS's words where a failed expression stands; other failures pass as they are. */
  explain(failure: StateFailure): StateFailure {
    const { location, output } = failure;
    if (location === undefined) return failure;
    const where = `An error occurred while executing the state '${this.name}' (entered at the event id #${this.#enteredEventId}).`;
    return evaluationFailure(`${where} ${output.Cause}`, location);
  }

  async #evaluateAssign(
    assign: Record<string, JsonValue>,
    field: string,
    members: Members,
  ): Promise<Record<string, JsonValue>> {
    const assigned = await this.evaluate(assign, field, members);
    this.encode(assigned, 'assigned variables');
    return assigned as Record<string, JsonValue>;
  }

  #recordExit(output: string, assigned: Record<string, JsonValue>): void {
    const names = Object.keys(assigned);
    const texts = names.map((name) => [name, JSON.stringify(assigned[name])]);
    this.run.execution.history.add(`${this.#type}StateExited`, {
      stateExitedEventDetails: {
        name: this.name,
        output,
        ...(names.length > 0 && { assignedVariables: Object.fromEntries(texts) }),
      },
    });
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
  #context(): Record<string, unknown> {
    const { arn, name, machine, startDate } = this.run.execution;
    return {
      Execution: {
        Id: arn,
        Input: this.run.input,
        Name: name,
        RedriveCount: 0,
        RoleArn: machine.roleArn,
        StartTime: new Date(startDate).toISOString(),
      },
      State: {
        EnteredTime: this.#enteredTime,
        Name: this.name,
        ...(this.#type === 'Task' && { RetryCount: this.retryCount }),
      },
      StateMachine: { Id: machine.arn, Name: machine.name },
      ...(this.token !== undefined && { Task: { Token: this.token } }),
    };
  }
}
