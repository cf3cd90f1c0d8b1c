import { BranchFailed } from '../branch/branch-failed.ts';
import type { Plan } from './plan.ts';

/** A JSON Schema, or a part of one, at its place in the whole. */
interface Part {
  schema: Readonly<Record<string, unknown>>;
  /** Names of keywords and properties from the root on. */
  place: string;
  depth: number;
}

/** Keywords that describe and do not bind. */
const ANNOTATIONS = new Set(
  '$schema $id $comment title description default examples deprecated readOnly writeOnly'.split(
    ' ',
  ),
);

/** Deeper than any answer; keeps a crafted schema from exhausting the stack. */
const DEEPEST = 16;
/** Numbers stay exact, and are written in at most ten digits. */
const LARGEST_NUMBER = 1e9;
/** llama.cpp refuses grammars that repeat more often. */
const MOST_REPETITIONS = 2000;
const MOST_OPTIONS = 512;

/**
 * How to write a value that fits a schema.
 * @throws BranchFailed SCHEMA_UNSUPPORTED for keywords other than those of `WriteBranch`, and for
 * what has no bound
 */
export const planOf = (schema: Readonly<Record<string, unknown>>): Plan =>
  planPart({ schema, place: '$', depth: 0 });

function planPart(given: Part): Plan {
  if (given.depth > DEEPEST) throw unsupported(given, `expected at most ${DEEPEST} levels`);
  const { part, nullable } = withoutNull(given);
  const { schema } = part;
  if ('enum' in schema || 'const' in schema) return optionsPlan(part, nullable);
  const kind = schema['type'];
  if (kind === 'object') return objectPlan(part, nullable);
  if (kind === 'array') return arrayPlan(part, nullable);
  if (kind === 'string') return stringPlan(part, nullable);
  if (kind === 'integer' || kind === 'number') return numberPlan(part, nullable);
  if (kind === 'boolean' || kind === 'null') {
    allow(part, []);
    const texts = kind === 'boolean' ? ['true', 'false'] : ['null'];
    return { kind: 'options', texts: nullable ? [...new Set([...texts, 'null'])] : texts };
  }
  throw unsupported(part, 'expected one type, enum or const');
}

/** Takes null out of `anyOf` of two, or out of a list of two types. */
function withoutNull(part: Part): { part: Part; nullable: boolean } {
  const { schema } = part;
  const alternatives = schema['anyOf'];
  if (Array.isArray(alternatives)) {
    allow(part, ['anyOf'], false);
    const others = alternatives.filter((one) => !isNull(one));
    if (alternatives.length !== 2 || others.length !== 1) {
      throw unsupported(part, 'expected anyOf of one schema and null');
    }
    return { part: within(part, 'anyOf', others[0]), nullable: true };
  }
  const types = schema['type'];
  if (!Array.isArray(types)) return { part, nullable: false };
  const others = types.filter((type) => type !== 'null');
  if (types.length !== 2 || others.length !== 1) {
    throw unsupported(part, 'expected one type, or one and null');
  }
  return { part: { ...part, schema: { ...schema, type: others[0] as unknown } }, nullable: true };
}

const isNull = (schema: unknown): boolean => isRecord(schema) && schema['type'] === 'null';

function optionsPlan(part: Part, nullable: boolean): Plan {
  allow(part, ['enum', 'const']);
  const { schema } = part;
  const values = 'const' in schema ? [schema['const']] : schema['enum'];
  if (!Array.isArray(values) || values.length === 0 || values.length > MOST_OPTIONS) {
    throw unsupported(part, `expected enum of 1 to ${MOST_OPTIONS} values`);
  }
  if (!values.every(isScalar))
    throw unsupported(part, 'expected enum of texts, numbers, true, false, null');
  const texts = [...values, ...(nullable ? [null] : [])].map((value) => JSON.stringify(value));
  return { kind: 'options', texts: [...new Set(texts)] };
}

function objectPlan(part: Part, nullable: boolean): Plan {
  allow(part, ['properties', 'required', 'additionalProperties']);
  const { properties, required = [] } = part.schema;
  if (!isRecord(properties)) throw unsupported(part, 'expected properties');
  const missing = (required as unknown[]).some((key) => !Object.hasOwn(properties, String(key)));
  if (missing) throw unsupported(part, 'expected required to name properties');
  const plans = Object.entries(properties).map(
    ([key, schema]) => [key, planPart(within(part, key, schema))] as const,
  );
  if (plans.length === 0) return { kind: 'options', texts: nullable ? ['{}', 'null'] : ['{}'] };
  return { kind: 'object', nullable, properties: plans };
}

function arrayPlan(part: Part, nullable: boolean): Plan {
  allow(part, ['items', 'minItems', 'maxItems']);
  const maxItems = boundOf(part, 'maxItems');
  const minItems = boundOf(part, 'minItems', 0);
  if (minItems > maxItems) throw unsupported(part, 'expected minItems up to maxItems');
  const item = planPart(within(part, 'items', part.schema['items']));
  return { kind: 'array', nullable, item, minItems, maxItems };
}

function stringPlan(part: Part, nullable: boolean): Plan {
  allow(part, ['minLength', 'maxLength']);
  const maxLength = boundOf(part, 'maxLength');
  const minLength = boundOf(part, 'minLength', 0);
  if (minLength > Math.min(maxLength, MOST_REPETITIONS)) {
    throw unsupported(part, `expected minLength up to maxLength, at most ${MOST_REPETITIONS}`);
  }
  return { kind: 'string', nullable, minLength, maxLength };
}

function numberPlan(part: Part, nullable: boolean): Plan {
  allow(part, ['minimum', 'maximum']);
  const { minimum, maximum, type } = part.schema;
  if (!isNumberBound(minimum) || !isNumberBound(maximum)) {
    throw unsupported(part, `expected minimum and maximum, at most ${LARGEST_NUMBER} from 0`);
  }
  const integer = type === 'integer';
  const scale = integer ? 1 : 100;
  if (Math.ceil(minimum * scale) > Math.floor(maximum * scale)) {
    throw unsupported(part, 'expected a number between minimum and maximum');
  }
  return { kind: 'number', nullable, integer, minimum, maximum };
}

function boundOf(part: Part, keyword: string, otherwise?: number): number {
  const bound = part.schema[keyword] ?? otherwise;
  if (typeof bound === 'number' && Number.isSafeInteger(bound) && bound >= 0) return bound;
  throw unsupported(part, `expected ${keyword}`);
}

function within(part: Part, name: string, schema: unknown): Part {
  const place = `${part.place}.${name}`;
  if (isRecord(schema)) return { schema, place, depth: part.depth + 1 };
  throw unsupported({ place }, 'expected a schema');
}

/** Refuses keywords that bind and are not among these: an ignored one would be a broken promise. */
function allow(part: Part, keywords: readonly string[], typed = true): void {
  const allowed = new Set([...keywords, ...(typed ? ['type'] : [])]);
  const other = Object.keys(part.schema).find((key) => !allowed.has(key) && !ANNOTATIONS.has(key));
  if (other !== undefined) throw unsupported(part, `${other} is not supported`);
}

const isScalar = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const isNumberBound = (bound: unknown): bound is number =>
  typeof bound === 'number' && Math.abs(bound) <= LARGEST_NUMBER;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unsupported = ({ place }: Pick<Part, 'place'>, problem: string): BranchFailed =>
  new BranchFailed('SCHEMA_UNSUPPORTED', `The schema at ${place}: ${problem}.`);
