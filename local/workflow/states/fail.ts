import type { FailState } from '../definition.ts';
import { evaluationFailure } from '../expressions.ts';
import { StateFailure } from '../failure.ts';
import type { Visit } from '../visit.ts';

/** Ends the execution badly, under an error name of the definition's own. */
export async function execute(state: FailState, visit: Visit): Promise<never> {
  const error = await text(visit, 'Error', state.Error);
  throw new StateFailure(error, await text(visit, 'Cause', state.Cause));
}

async function text(visit: Visit, field: string, template = ''): Promise<string> {
  const value = await visit.evaluate(template, field);
  if (typeof value === 'string') return value;
  throw evaluationFailure(`The field '${field}' must be a string, not ${typeof value}.`, field);
}
