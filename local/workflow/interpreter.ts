import { whenWritable } from '../journal/when-writable.ts';
import { pause } from '../pause.ts';
import type { Outcome } from './checkpoint.ts';
import type { State, TaskState } from './definition.ts';
import { ExecutionEnded } from './errors.ts';
import { matches, STATES_ERROR, StateFailure } from './failure.ts';
import type { JsonValue } from './json.ts';
import { Retries } from './retry.ts';
import * as choice from './states/choice.ts';
import * as fail from './states/fail.ts';
import * as pass from './states/pass.ts';
import * as succeed from './states/succeed.ts';
import * as task from './states/task.ts';
import { type Exit, type Run, Visit } from './visit.ts';

/** Takes an execution from state to state, from where it stands until it ends. Never throws. */
export async function interpret(run: Run): Promise<void> {
  try {
    const outcome = await outcomeOf(run);
    await kept(run, () => run.execution.end(outcome));
  } catch (thrown) {
    if (!(thrown instanceof ExecutionEnded)) throw thrown;
  }
}

/** @throws ExecutionEnded when the execution was ended from outside */
async function outcomeOf(run: Run): Promise<Outcome> {
  try {
    return { status: 'SUCCEEDED', output: JSON.stringify(await walk(run)) };
  } catch (thrown) {
    if (thrown instanceof ExecutionEnded) throw thrown;
    const { Error: error, Cause: cause } = asFailure(thrown).output;
    const named = { ...(error !== '' && { error }), ...(cause !== '' && { cause }) };
    return { status: 'FAILED', ...named };
  }
}

async function walk(run: Run): Promise<JsonValue> {
  for (;;) {
    const { next, output } = await visitPosition(run);
    if (next === undefined) return output;
    const variables = { ...run.variables };
    await kept(run, () => run.execution.moveTo({ state: next, input: output, variables }));
  }
}

function visitPosition(run: Run): Promise<Exit> {
  const { position, machine } = run.execution;
  if (position === undefined) throw new ExecutionEnded();
  const state = machine.definition.States[position.state];
  if (state !== undefined) return stay(new Visit(run, state.Type, position), state);
  // Only a definition that was changed while the execution ran has lost a state.
  const cause = `The state '${position.state}' is no longer part of the state machine.`;
  throw new StateFailure(STATES_ERROR.runtime, cause);
}

/** An execution goes no further than its journal knows. @throws ExecutionEnded */
function kept({ execution, services }: Run, change: () => void): Promise<void> {
  return whenWritable(change, { clock: services.clock, signal: execution.ended });
}

/** One visit: try, retry, catch. */
async function stay(visit: Visit, state: State): Promise<Exit> {
  const retries = new Retries(state.Type === 'Task' ? (state.Retry ?? []) : []);
  const { services, execution } = visit.run;
  for (;;) {
    try {
      return await execute(state, visit);
    } catch (thrown) {
      if (thrown instanceof ExecutionEnded) throw thrown;
      const failure = visit.explain(asFailure(thrown));
      recordEvaluation(visit, failure);
      const wait = retries.next(failure, services.random);
      if (wait === undefined) return await caught(visit, state, failure);
      await pause(services.clock, wait, execution.ended);
      visit.retryCount += 1;
    }
  }
}

function execute(state: State, visit: Visit): Promise<Exit> {
  switch (state.Type) {
    case 'Task':
      return task.execute(state, visit);
    case 'Choice':
      return choice.execute(state, visit);
    case 'Pass':
      return pass.execute(state, visit);
    case 'Succeed':
      return succeed.execute(state, visit);
    default:
      return fail.execute(state, visit);
  }
}

async function caught(visit: Visit, state: State, failure: StateFailure): Promise<Exit> {
  const catchers: TaskState['Catch'] = state.Type === 'Task' ? state.Catch : undefined;
  for (const [index, catcher] of catchers?.entries() ?? []) {
    if (!matches(catcher.ErrorEquals, failure)) continue;
    const errorOutput = failure.output;
    return visit.exit(catcher, { ...errorOutput }, { errorOutput }, `Catch[${index}]/`);
  }
  throw failure;
}

function recordEvaluation(visit: Visit, failure: StateFailure): void {
  const { location, output } = failure;
  if (location === undefined) return;
  visit.run.execution.history.add('EvaluationFailed', {
    evaluationFailedEventDetails: {
      state: visit.name,
      location,
      error: output.Error,
      cause: output.Cause,
    },
  });
}

/** Anything but a state's own failure is a fault of this interpreter: nothing may catch it. */
function asFailure(thrown: unknown): StateFailure {
  if (thrown instanceof StateFailure) return thrown;
  const cause = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown';
  return new StateFailure(STATES_ERROR.runtime, cause);
}
