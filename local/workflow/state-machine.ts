import { type Location, roleArn, stateMachineArn } from './arn.ts';
import { checkDefinition } from './check-definition.ts';
import { checkExpressions } from './check-expressions.ts';
import { type Definition, parseDefinition } from './definition.ts';
import { Expressions } from './expressions.ts';
import { substitute } from './substitutions.ts';

/** A definition that was checked and is ready to run. */
export interface StateMachine {
  arn: string;
  name: string;
  roleArn: string;
  definition: Definition;
  expressions: Expressions;
}

export interface StateMachineSource {
  name: string;
  /** JSON text in the Amazon States Language. */
  definition: string;
  /** A value for every `${Placeholder}` of the definition. */
  substitutions?: Readonly<Record<string, string>>;
}

/**
 * Reads and checks a definition.
 * @param resources the Resource strings that have an integration
 * @throws DefinitionError for whatever would not run here exactly as it does on AWS
 */
export function loadStateMachine(
  { name, definition: text, substitutions = {} }: StateMachineSource,
  resources: ReadonlySet<string>,
  location: Location,
): StateMachine {
  const definition = parseDefinition(substitute(text, substitutions));
  const expressions = new Expressions();
  checkDefinition(definition, resources);
  checkExpressions(definition, expressions);
  const identity = { arn: stateMachineArn(location, name), name, roleArn: roleArn(location, name) };
  return { ...identity, definition, expressions };
}
