import { randomUUID } from 'node:crypto';
import { whenWritable } from '../journal/when-writable.ts';
import { checkName, executionArn, type Location } from './arn.ts';
import { ApiError, ExecutionEnded } from './errors.ts';
import type { Execution, ExecutionStatus } from './execution.ts';
import { Executions, type ExecutionsOptions } from './executions.ts';
import { STATES_ERROR } from './failure.ts';
import { createFunctions } from './functions.ts';
import type { Ending, HistoryEvent } from './history.ts';
import type { Integration } from './integration.ts';
import { interpret } from './interpreter.ts';
import type { JsonValue } from './json.ts';
import { parseInput, parseOutput } from './payload.ts';
import { loadStateMachine, type StateMachine, type StateMachineSource } from './state-machine.ts';
import { type StatusChange, statusChange } from './status-change.ts';
import { TaskTokens } from './task-tokens.ts';
import type { Services } from './visit.ts';

export interface WorkflowOptions extends Location, ExecutionsOptions {
  /** A number from 0 up to 1, for jitter and `$random()`. */
  random: () => number;
  /** By exact Resource string. */
  integrations: Readonly<Record<string, Integration>>;
}

export interface StartRequest {
  stateMachineArn: string;
  /** Up to 80 characters; a random one when absent. */
  name?: string | undefined;
  /** JSON text; `{}` when absent. */
  input?: string | undefined;
}

type StateEntered = Parameters<Services['onStateEntered']>[0];
/** A change of status is told again until nothing is rejected with JournalUnwritable. */
type StatusListener = (change: StatusChange) => unknown;
type StateListener = (entered: StateEntered) => void;

/**
 * Step Functions (Standard): runs state machines as AWS would, by an injected clock. Methods throw
 * ApiError with the service's own error codes, and JournalUnwritable for what cannot be kept.
 * Listeners are called in order, after what they are told of, so that a fault of theirs cannot
 * become a fault of an execution.
 */
export class WorkflowEngine {
  readonly #options: WorkflowOptions;
  readonly #services: Services;
  readonly #tokens = new TaskTokens();
  readonly #machines = new Map<string, StateMachine>();
  readonly #executions: Executions;
  readonly #statusListeners: StatusListener[] = [];
  readonly #stateListeners: StateListener[] = [];
  readonly #closing = new AbortController();

  constructor(options: WorkflowOptions) {
    const { clock, random, region, integrations } = options;
    this.#options = options;
    this.#executions = new Executions(options, (ended) => this.#tell(ended));
    this.#services = {
      clock,
      random,
      region,
      integrations,
      tokens: this.#tokens,
      functions: createFunctions(clock, random),
      onStateEntered: (entered) => {
        for (const listener of this.#stateListeners) queueMicrotask(() => listener(entered));
      },
    };
  }

  /**
   * Makes a state machine, and remembers the executions of it that an earlier process kept: they
   * stand still until `resume`.
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
    this.#executions.restore(machine);
    return machine.arn;
  }

  /**
   * Goes on with what an earlier process left, once, when everything that states call and listeners
   * need is there. A state is entered anew and its retries count from nothing; a task that waits
   * for its token goes on waiting.
   */
  resume(): void {
    for (const machine of this.#machines.values()) {
      for (const execution of this.#executions.of(machine)) {
        if (execution.isUntold) this.#tell(execution);
        if (execution.status === 'RUNNING') this.#run(execution);
      }
    }
  }

  /** Goes no further: what runs is left to the next process as it stands. */
  close(): void {
    this.#closing.abort(new ExecutionEnded());
    this.#tokens.shut();
    for (const machine of this.#machines.values()) {
      for (const execution of this.#executions.of(machine)) execution.halt();
    }
  }

  /** Starts an execution, or finds the one that runs under the same name with the same input. */
  startExecution(request: StartRequest): Execution {
    const { stateMachineArn, name = randomUUID(), input = '{}' } = request;
    checkName(name);
    const machine = this.#machine(stateMachineArn);
    const parsed = parseInput(input);
    const arn = executionArn(this.#options, machine.name, name);
    const namesake = this.#executions.find(arn);
    if (namesake === undefined) return this.#start({ arn, name, input }, machine, parsed);
    if (namesake.status === 'RUNNING' && namesake.input === input) return namesake;
    throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }

  describeExecution(arn: string): Execution {
    const execution = this.#executions.find(arn);
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
    return this.#executions
      .of(machine)
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
    task.succeed(parseOutput(output));
  }

  sendTaskFailure(token: string, { error = '', cause = '' }: Ending): void {
    this.#tokens.find(token).fail(error, cause);
  }

  sendTaskHeartbeat(token: string): void {
    this.#tokens.find(token).heartbeat();
  }

  onStatusChange(listener: StatusListener): void {
    this.#statusListeners.push(listener);
  }

  onStateEntered(listener: StateListener): void {
    this.#stateListeners.push(listener);
  }

  #machine(arn: string): StateMachine {
    const machine = this.#machines.get(arn);
    if (machine !== undefined) return machine;
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  #start(
    identity: Pick<Execution, 'arn' | 'name' | 'input'>,
    machine: StateMachine,
    input: JsonValue,
  ): Execution {
    const startDate = this.#options.clock.now();
    const state = machine.definition.StartAt;
    const position = { state, input, variables: {}, enteredAt: startDate, lastEventId: 1 };
    const first = { ...identity, stateMachineArn: machine.arn, startDate, now: { position } };
    const execution = this.#executions.begin(machine, first);
    this.#tell(execution);
    this.#run(execution);
    return execution;
  }

  #run(execution: Execution): void {
    this.#limit(execution);
    const input = JSON.parse(execution.input) as JsonValue;
    const variables = { ...execution.position?.variables };
    void interpret({ execution, input, services: this.#services, variables });
  }

  /** The machine's own time-out ends the execution, whatever its states would catch. */
  #limit(execution: Execution): void {
    const seconds = execution.machine.definition.TimeoutSeconds;
    if (seconds === undefined) return;
    const left = execution.startDate + seconds * 1000 - this.#options.clock.now();
    const cancel = this.#options.clock.after(Math.max(0, left), () =>
      this.#insist(() => execution.end({ status: 'TIMED_OUT', error: STATES_ERROR.timeout })),
    );
    execution.ended.addEventListener('abort', cancel);
  }

  #tell(execution: Execution): void {
    const change = statusChange(execution);
    queueMicrotask(() =>
      this.#insist(async () => {
        await Promise.all(this.#statusListeners.map(async (listener) => listener(change)));
        if (change.status !== 'RUNNING') execution.told();
      }),
    );
  }

  #insist(action: () => Promise<void> | void): void {
    const { clock } = this.#options;
    whenWritable(action, { clock, signal: this.#closing.signal }).catch((thrown: unknown) => {
      if (!(thrown instanceof ExecutionEnded)) throw thrown;
    });
  }
}

export function createWorkflowEngine(options: WorkflowOptions): WorkflowEngine {
  return new WorkflowEngine(options);
}
