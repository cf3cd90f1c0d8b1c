import jsonata from 'jsonata';
import { STATES_ERROR, StateFailure } from './failure.ts';
import type { JsonValue } from './json.ts';

/**
 * Milliseconds before an expression counts as stuck. AWS allows one second; a busy machine gets
 * more, as only an endless loop should meet this limit.
 */
const EVALUATION_LIMIT_MS = 5_000;

/** Whether a string is JSONata and not itself. Spaces outside the braces make it plain text. */
export function isExpression(text: string): boolean {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

/** The expressions of one state machine, each compiled once. */
export class Expressions {
  readonly #compiled = new Map<string, jsonata.Expression>();

  /** @throws what jsonata throws for a syntax error: an error with `code` and `position` */
  compile(text: string): jsonata.Expression {
    const known = this.#compiled.get(text);
    if (known !== undefined) return known;
    const expression = jsonata(text.slice(2, -2), { timeout: EVALUATION_LIMIT_MS });
    this.#compiled.set(text, expression);
    return expression;
  }

  /**
   * A template with each of its expressions replaced by what it yields.
   * @param field where the template stands, for example `Output`
   * @param bindings variables and functions, by their names without `$`
   * @throws StateFailure `States.QueryEvaluationError`, naming the field that failed
   */
  async evaluate(
    template: JsonValue,
    field: string,
    bindings: Readonly<Record<string, unknown>>,
  ): Promise<JsonValue> {
    if (typeof template === 'string') {
      return isExpression(template) ? this.#evaluate(template, field, bindings) : template;
    }
    if (typeof template !== 'object' || template === null) return template;
    if (Array.isArray(template)) {
      const items: JsonValue[] = [];
      for (const [index, item] of template.entries()) {
        items.push(await this.evaluate(item, `${field}[${index}]`, bindings));
      }
      return items;
    }
    const members: [string, JsonValue][] = [];
    for (const [key, member] of Object.entries(template)) {
      members.push([key, await this.evaluate(member, `${field}/${key}`, bindings)]);
    }
    return Object.fromEntries(members);
  }

  async #evaluate(
    text: string,
    field: string,
    bindings: Readonly<Record<string, unknown>>,
  ): Promise<JsonValue> {
    const where = `The JSONata expression '${text.slice(2, -2).trim()}' specified for the field '${field}'`;
    try {
      return plain(await this.compile(text).evaluate(undefined, bindings));
    } catch (thrown) {
      throw evaluationFailure(`${where} ${reason(thrown)}`, field);
    }
  }
}

/** An expression that failed or gave what its field cannot hold. */
export function evaluationFailure(cause: string, location: string): StateFailure {
  return new StateFailure(STATES_ERROR.queryEvaluation, cause, { location });
}

class NoJson extends Error {
  override readonly name = 'NoJson';
}

/** What jsonata yields as plain JSON: its sequences are arrays with extra properties. */
function plain(value: unknown): JsonValue {
  if (value === undefined) throw new NoJson('returned nothing (undefined).');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || isFunction(value)) {
    throw new NoJson(
      `returned a ${typeof value === 'number' ? 'number' : 'function'} that JSON cannot hold.`,
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

function isFunction(value: object): boolean {
  return '_jsonata_function' in value || '_jsonata_lambda' in value;
}

/** Why an expression failed, without the values it was given: causes stay in histories for months. */
function reason(thrown: unknown): string {
  if (thrown instanceof NoJson) return thrown.message;
  const { code, value, message } = thrown as { code?: string; value?: unknown; message?: string };
  if (code === undefined) return 'threw an error.';
  return value === undefined ? `threw ${code}: ${message ?? ''}` : `threw ${code}.`;
}
