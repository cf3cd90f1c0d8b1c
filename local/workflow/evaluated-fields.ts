import type { ChoiceState, FailState, State, TaskState } from './definition.ts';
import type { JsonValue } from './json.ts';

/** A field that is evaluated, and which members of `$states` it may look at. */
export interface EvaluatedField {
  /** As AWS writes it, for example `Catch[0]/Output`. */
  field: string;
  template: JsonValue | undefined;
  members: readonly string[];
}

/** A state, Choice rule or Catch that shapes what is handed on. */
interface Handover {
  Output?: JsonValue | undefined;
  Assign?: Record<string, JsonValue> | undefined;
}

const BEFORE = ['input', 'context'];
const AFTER = [...BEFORE, 'result'];
const CAUGHT = [...BEFORE, 'errorOutput'];

/** Every field of a state that may hold expressions. */
export function evaluatedFields(state: State): EvaluatedField[] {
  if (state.Type === 'Task') return taskFields(state);
  if (state.Type === 'Choice') return choiceFields(state);
  if (state.Type === 'Fail') return failFields(state);
  return handover(state, '', BEFORE);
}

/** The variables that a state may assign. */
export function assignedNames(state: State): string[] {
  return evaluatedFields(state)
    .filter(({ field }) => field.endsWith('Assign'))
    .flatMap(({ template }) => Object.keys(template ?? {}));
}

function taskFields(state: TaskState): EvaluatedField[] {
  const { Arguments, TimeoutSeconds, HeartbeatSeconds, Catch = [] } = state;
  return [
    { field: 'Arguments', template: Arguments, members: BEFORE },
    { field: 'TimeoutSeconds', template: TimeoutSeconds, members: BEFORE },
    { field: 'HeartbeatSeconds', template: HeartbeatSeconds, members: BEFORE },
    ...handover(state, '', AFTER),
    ...Catch.flatMap((catcher, index) => handover(catcher, `Catch[${index}]/`, CAUGHT)),
  ];
}

function choiceFields({ Choices }: ChoiceState): EvaluatedField[] {
  return Choices.flatMap((rule, index) => [
    { field: `Choices[${index}]/Condition`, template: rule.Condition, members: BEFORE },
    ...handover(rule, `Choices[${index}]/`, BEFORE),
  ]);
}

function failFields(state: FailState): EvaluatedField[] {
  return [
    { field: 'Error', template: state.Error, members: BEFORE },
    { field: 'Cause', template: state.Cause, members: BEFORE },
  ];
}

function handover(from: Handover, prefix: string, members: readonly string[]): EvaluatedField[] {
  return [
    { field: `${prefix}Output`, template: from.Output, members },
    { field: `${prefix}Assign`, template: from.Assign, members },
  ];
}
