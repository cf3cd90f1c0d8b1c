import { waitsForToken } from './check-definition.ts';
import type { Definition, State } from './definition.ts';
import { DefinitionError } from './errors.ts';
import { assignedNames, evaluatedFields } from './evaluated-fields.ts';
import { readExpression, type Usage } from './expression-usage.ts';
import { type Expressions, isExpression } from './expressions.ts';
import { FUNCTION_NAMES } from './functions.ts';
import type { JsonValue } from './json.ts';

/** What the expressions of one field may refer to. */
interface Allowed {
  members: readonly string[];
  context: readonly string[];
  variables: ReadonlySet<string>;
}

/**
 * Compiles every expression of a state machine and refuses what could only fail when it runs.
 * @throws DefinitionError
 */
export function checkExpressions(definition: Definition, expressions: Expressions): void {
  const variables = new Set(Object.values(definition.States).flatMap(assignedNames));
  for (const [name, state] of Object.entries(definition.States)) {
    for (const { field, template, members } of evaluatedFields(state)) {
      const allowed = { members, context: contextMembers(state), variables };
      for (const [where, text] of strings(template, field)) {
        const problem = problemOf(text, allowed, expressions);
        if (problem !== undefined) throw new DefinitionError(name, where, problem);
      }
    }
  }
}

function contextMembers(state: State): string[] {
  const always = ['Execution', 'State', 'StateMachine'];
  return state.Type === 'Task' && waitsForToken(state) ? [...always, 'Task'] : always;
}

/** Every string of a template, with the field it stands in. */
function* strings(
  template: JsonValue | undefined,
  field: string,
): Generator<[field: string, text: string]> {
  if (typeof template === 'string') yield [field, template];
  if (typeof template !== 'object' || template === null) return;
  for (const [key, member] of Object.entries(template)) {
    yield* strings(member, Array.isArray(template) ? `${field}[${key}]` : `${field}/${key}`);
  }
}

function problemOf(text: string, allowed: Allowed, expressions: Expressions): string | undefined {
  if (!isExpression(text)) return almostExpression(text);
  try {
    return misuse(readExpression(text.slice(2, -2), expressions.compile(text)), allowed);
  } catch (thrown) {
    const { code = '', position = 0, message = '' } = thrown as Partial<SyntaxFault>;
    return `JSONata ${code} at position ${position}: ${message}`;
  }
}

/** What jsonata throws; no subclass of Error. */
interface SyntaxFault {
  code: string;
  position: number;
  message: string;
}

/** AWS takes such a string as it stands; nobody means that. */
function almostExpression(text: string): string | undefined {
  const almost = text.trimStart().startsWith('{%') || text.trimEnd().endsWith('%}');
  return almost ? 'expected a string that starts with {% and ends with %}, or neither' : undefined;
}

function misuse(usage: Usage, { members, context, variables }: Allowed): string | undefined {
  if (usage.newOperator !== undefined) {
    return `${usage.newOperator} is newer than JSONata 2.0.6, which Step Functions runs`;
  }
  for (const [member = '', below] of usage.states) {
    if (!members.includes(member)) {
      return `expected $states.${members.join(' or $states.')}, got $states.${member}`;
    }
    if (member === 'context' && below !== undefined && !context.includes(below)) {
      return `expected $states.context.${context.join(' or .')}, got .${below}`;
    }
  }
  const unknown = [...usage.variables].find(
    (name) => !variables.has(name) && !FUNCTION_NAMES.has(name),
  );
  if (unknown === undefined) return undefined;
  return `$${unknown} is assigned by no state and is no function of Step Functions`;
}
