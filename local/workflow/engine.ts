import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { checkName, executionArn, type Location } from './arn.ts';
import { ApiError } from './errors.ts';
import { Execution, type ExecutionStatus } from './execution.ts';
import { STATES_ERROR, StateFailure } from './failure.ts';
import { createFunctions } from './functions.ts';
import type { Ending, HistoryEvent } from './history.ts';
import type { Integration } from './integration.ts';
import { interpret } from './interpreter.ts';
import { exceedsPayloadLimit, type JsonValue } from './json.ts';
import { Newest } from './retention.ts';
import { loadStateMachine, type StateMachine, type StateMachineSource } from './state-machine.ts';
import { type StatusChange, statusChange } from './status-change.ts';
import { TaskTokens } from './task-tokens.ts';
import type { Services } from './visit.ts';

export interface WorkflowOptions extends Location {
  clock: Clock;
  /** A number from 0 up to 1, for jitter and `$random()`. */
  random: () => number;
  /** By exact Resource string. */
  integrations: Readonly<Record<string, Integration>>;
  /** Finished executions that are remembered; 10,000 unless said otherwise. */
  keepFinished?: number;
  /** Finished executions that are remembered event by event; 1,000 unless said otherwise. */
  keepHistories?: number;
}

export interface StartRequest {
  stateMachineArn: string;
  /** Up to 80 characters; a random one when absent. */
  name?: string | undefined;
  /** JSON text; `{}` when absent. */
  input?: string | undefined;
}

type StateEntered = Parameters<Services['onStateEntered']>[0];
type Listener<Event> = (event: Event) => void;

/**
 * Step Functions (Standard) in memory: runs state machines as AWS would, by an injected clock.
 * Methods throw ApiError with the service's own error codes. Listeners are called in order, each in
 * a microtask of its own, so that a fault of theirs cannot become a fault of an execution.
 */
export class WorkflowEngine {
  readonly #options: WorkflowOptions;
  readonly #services: Services;
  readonly #tokens = new TaskTokens();
  readonly #machines = new Map<string, StateMachine>();
  readonly #executions = new Map<string, Execution>();
  readonly #finished: Newest<Execution>;
  readonly #histories: Newest<Execution>;
  readonly #statusListeners: Listener<StatusChange>[] = [];
  readonly #stateListeners: Listener<StateEntered>[] = [];

  constructor(options: WorkflowOptions) {
    const { clock, random, region, integrations, keepFinished = 10_000 } = options;
    this.#options = options;
    this.#finished = new Newest(keepFinished, ({ arn }) => this.#executions.delete(arn));
    this.#histories = new Newest(options.keepHistories ?? 1_000, ({ history }) =>
      history.shorten(),
    );
    this.#services = {
      clock,
      random,
      region,
      integrations,
      tokens: this.#tokens,
      functions: createFunctions(clock, random),
      onStateEntered: (entered) => publish(this.#stateListeners, entered),
    };
  }

  /**
   * @returns the state machine's ARN
   * @throws DefinitionError, and ApiError `InvalidName` or `StateMachineAlreadyExists`
   */
  createStateMachine(source: StateMachineSource): string {
    checkName(source.name);
    const resources = new Set(Object.keys(this.#options.integrations));
    const machine = loadStateMachine(source, resources, this.#options);
    if (this.#machines.has(machine.arn)) {
      throw new ApiError(
        'StateMachineAlreadyExists',
        `State Machine Already Exists: '${machine.arn}'`,
      );
    }
    this.#machines.set(machine.arn, machine);
    return machine.arn;
  }

  /** Starts an execution, or finds the one that runs under the same name with the same input. */
  startExecution(request: StartRequest): Execution {
    const { stateMachineArn, name = randomUUID(), input = '{}' } = request;
    checkName(name);
    const machine = this.#machine(stateMachineArn);
    const parsed = parseInput(input);
    const arn = executionArn(this.#options, machine.name, name);
    const namesake = this.#executions.get(arn);
    if (namesake === undefined) return this.#start({ arn, name, machine, input }, parsed);
    if (namesake.status === 'RUNNING' && namesake.input === input) return namesake;
    throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }

  describeExecution(arn: string): Execution {
    const execution = this.#executions.get(arn);
    if (execution !== undefined) return execution;
    throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }

  /** Aborts an execution; one that has ended stays as it is. */
  stopExecution(arn: string, why: Ending = {}): Execution {
    const execution = this.describeExecution(arn);
    execution.end({ status: 'ABORTED', ...why });
    return execution;
  }

  /** Executions of a state machine, the newest first. */
  listExecutions(stateMachineArn: string, status?: ExecutionStatus): Execution[] {
    const machine = this.#machine(stateMachineArn);
    return [...this.#executions.values()]
      .filter((execution) => execution.machine === machine)
      .filter((execution) => status === undefined || execution.status === status)
      .reverse();
  }

  /** An ended execution that is no longer among the newest keeps its first and last event. */
  getExecutionHistory(arn: string): readonly HistoryEvent[] {
    return this.describeExecution(arn).history.events;
  }

  /** @param output JSON text, the task's result */
  sendTaskSuccess(token: string, output: string): void {
    const task = this.#tokens.find(token);
    if (exceedsPayloadLimit(output)) throw tooLong('output');
    task.succeed(parseJson(output, 'InvalidOutput', 'Invalid Output'));
  }

  sendTaskFailure(token: string, { error = '', cause = '' }: Ending): void {
    this.#tokens.find(token).fail(new StateFailure(error, cause));
  }

  sendTaskHeartbeat(token: string): void {
    this.#tokens.find(token).heartbeat();
  }

  onStatusChange(listener: Listener<StatusChange>): void {
    this.#statusListeners.push(listener);
  }

  onStateEntered(listener: Listener<StateEntered>): void {
    this.#stateListeners.push(listener);
  }

  #machine(arn: string): StateMachine {
    const machine = this.#machines.get(arn);
    if (machine !== undefined) return machine;
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  #start(identity: ConstructorParameters<typeof Execution>[0], input: JsonValue): Execution {
    const { clock } = this.#options;
    const execution = new Execution(
      identity,
      () => clock.now(),
      (changed) => this.#changed(changed),
    );
    this.#executions.set(execution.arn, execution);
    this.#limit(execution);
    void interpret({ execution, input, services: this.#services, variables: {} });
    return execution;
  }

  /** The machine's own time-out ends the execution, whatever its states would catch. */
  #limit(execution: Execution): void {
    const seconds = execution.machine.definition.TimeoutSeconds;
    if (seconds === undefined) return;
    const cancel = this.#options.clock.after(seconds * 1000, () =>
      execution.end({ status: 'TIMED_OUT', error: STATES_ERROR.timeout }),
    );
    execution.ended.addEventListener('abort', cancel);
  }

  #changed(execution: Execution): void {
    publish(this.#statusListeners, statusChange(execution));
    if (execution.status === 'RUNNING') return;
    this.#histories.add(execution);
    this.#finished.add(execution);
  }
}

export function createWorkflowEngine(options: WorkflowOptions): WorkflowEngine {
  return new WorkflowEngine(options);
}

function publish<Event>(listeners: readonly Listener<Event>[], event: Event): void {
  for (const listener of listeners) queueMicrotask(() => listener(event));
}

function parseInput(input: string): JsonValue {
  if (exceedsPayloadLimit(input)) throw tooLong('input');
  return parseJson(input, 'InvalidExecutionInput', 'Invalid State Machine Execution Input');
}

function parseJson(text: string, code: string, message: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new ApiError(code, `${message}: expected JSON`);
  }
}

function tooLong(member: string): ApiError {
  return new ApiError(
    'ValidationException',
    `Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to 262144`,
  );
}
