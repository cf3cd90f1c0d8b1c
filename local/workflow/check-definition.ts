import type { Definition, State, TaskState } from './definition.ts';
import { DefinitionError } from './errors.ts';
import { STATES_ERROR } from './failure.ts';

/** Ends the name of a resource that waits until its task token is answered. */
const WAITS_FOR_TOKEN = '.waitForTaskToken';

/** Whether a task goes on only when its token is answered. */
export function waitsForToken(state: TaskState): boolean {
  return state.Resource.endsWith(WAITS_FOR_TOKEN);
}

/**
 * Holds the rules that reach beyond one field: every way leads somewhere, every state is on a way,
 * every task can be carried out.
 * @param resources the Resource strings that have an integration
 * @throws DefinitionError on the first rule that is broken
 */
export function checkDefinition(definition: Definition, resources: ReadonlySet<string>): void {
  requireTarget(definition, null, 'StartAt', definition.StartAt);
  for (const [name, state] of Object.entries(definition.States)) {
    for (const [field, target] of exits(state)) requireTarget(definition, name, field, target);
    if (state.Type === 'Task') checkTask(name, state, resources);
  }
  requireReachable(definition);
}

function requireTarget(
  definition: Definition,
  state: string | null,
  field: string,
  target: string,
): void {
  if (Object.hasOwn(definition.States, target)) return;
  throw new DefinitionError(state, field, `there is no state '${target}'`);
}

/** Each way out of a state, with the field that names it. */
function exits(state: State): [field: string, target: string][] {
  const ways: [string, string | undefined][] = [];
  if ('Next' in state) ways.push(['Next', state.Next]);
  if (state.Type === 'Choice') {
    ways.push(['Default', state.Default]);
    state.Choices.forEach((rule, index) => ways.push([`Choices[${index}]/Next`, rule.Next]));
  }
  if (state.Type === 'Task') {
    state.Catch?.forEach((catcher, index) => ways.push([`Catch[${index}]/Next`, catcher.Next]));
  }
  return ways.filter((way): way is [string, string] => way[1] !== undefined);
}

function requireReachable({ StartAt, States }: Definition): void {
  const reached = new Set([StartAt]);
  // A set's iteration also visits what is added on the way.
  for (const name of reached) {
    const state = States[name];
    if (state !== undefined) exits(state).forEach(([, target]) => reached.add(target));
  }
  const lost = Object.keys(States).find((name) => !reached.has(name));
  if (lost !== undefined) throw new DefinitionError(lost, 'Next', 'no other state leads here');
}

function checkTask(name: string, state: TaskState, resources: ReadonlySet<string>): void {
  if (!resources.has(state.Resource)) {
    const known = [...resources].join(', ');
    throw new DefinitionError(
      name,
      'Resource',
      `got '${state.Resource}', expected one of ${known}`,
    );
  }
  checkErrorNames(name, 'Retry', state.Retry ?? []);
  checkErrorNames(name, 'Catch', state.Catch ?? []);
  checkDelays(name, state);
  checkLimits(name, state);
}

function checkErrorNames(
  state: string,
  field: 'Retry' | 'Catch',
  entries: readonly { ErrorEquals: string[] }[],
): void {
  entries.forEach(({ ErrorEquals }, index) => {
    if (!ErrorEquals.includes(STATES_ERROR.all)) return;
    if (ErrorEquals.length === 1 && index === entries.length - 1) return;
    const where = `${field}[${index}]/ErrorEquals`;
    throw new DefinitionError(state, where, 'States.ALL must stand alone, in the last entry');
  });
}

function checkDelays(name: string, state: TaskState): void {
  state.Retry?.forEach(({ IntervalSeconds, MaxDelaySeconds = Infinity }, index) => {
    if (MaxDelaySeconds > IntervalSeconds) return;
    const where = `Retry[${index}]/MaxDelaySeconds`;
    throw new DefinitionError(name, where, `must be more than IntervalSeconds ${IntervalSeconds}`);
  });
}

function checkLimits(name: string, state: TaskState): void {
  const { HeartbeatSeconds, TimeoutSeconds } = state;
  if (HeartbeatSeconds !== undefined && !waitsForToken(state)) {
    throw new DefinitionError(name, 'HeartbeatSeconds', `needs a ${WAITS_FOR_TOKEN} resource`);
  }
  if (typeof HeartbeatSeconds !== 'number' || typeof TimeoutSeconds !== 'number') return;
  if (HeartbeatSeconds < TimeoutSeconds) return;
  const problem = `must be less than TimeoutSeconds ${TimeoutSeconds}`;
  throw new DefinitionError(name, 'HeartbeatSeconds', problem);
}
