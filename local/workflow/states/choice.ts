import type { ChoiceState } from '../definition.ts';
import { evaluationFailure } from '../expressions.ts';
import { STATES_ERROR, StateFailure } from '../failure.ts';
import type { Exit, Visit } from '../visit.ts';

/** Goes where the first rule says whose condition holds. */
export async function execute(state: ChoiceState, visit: Visit): Promise<Exit> {
  for (const [index, rule] of state.Choices.entries()) {
    if (await holds(visit, rule.Condition, `Choices[${index}]/Condition`)) {
      return visit.exit(rule, visit.input, {}, `Choices[${index}]/`);
    }
  }
  if (state.Default !== undefined) return visit.exit({ Next: state.Default }, visit.input);
  throw new StateFailure(
    STATES_ERROR.noChoiceMatched,
    `No rule of the state '${visit.name}' matched and it has no Default.`,
  );
}

async function holds(visit: Visit, condition: string, field: string): Promise<boolean> {
  const value = await visit.evaluate(condition, field);
  if (typeof value === 'boolean') return value;
  throw evaluationFailure(`The field '${field}' must be a boolean, not ${typeof value}.`, field);
}
