import type { Clock } from '../../core/clock.ts';
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

/** Takes an execution from state to state until it ends. Never throws. */
export async function interpret(run: Run): Promise<void> {
  const { execution } = run;
  try {
    execution.end({ status: 'SUCCEEDED', output: JSON.stringify(await walk(run)) });
  } catch (thrown) {
    if (thrown instanceof ExecutionEnded) return;
    const { Error: error, Cause: cause } = asFailure(thrown).output;
    const named = { ...(error !== '' && { error }), ...(cause !== '' && { cause }) };
    execution.end({ status: 'FAILED', ...named });
  }
}

async function walk(run: Run): Promise<JsonValue> {
  const { definition } = run.execution.machine;
  let exit: Exit = { next: definition.StartAt, output: run.input };
  while (exit.next !== undefined) {
    const state = definition.States[exit.next];
    if (state === undefined) throw new Error('a checked definition leads to no missing state');
    exit = await stay(new Visit(run, exit.next, state.Type, exit.output), state);
  }
  return exit.output;
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
      await sleep(services.clock, wait, execution.ended);
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

/** @throws ExecutionEnded when the execution ends meanwhile */
function sleep(clock: Clock, seconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      cancel();
      reject(new ExecutionEnded());
    };
    const cancel = clock.after(seconds * 1000, () => {
      ended.removeEventListener('abort', stop);
      resolve();
    });
    ended.addEventListener('abort', stop);
  });
}
