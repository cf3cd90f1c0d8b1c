/** Why a pattern is refused, by EventBridge's name for it. */
export class EventPatternError extends Error {
  override readonly name = 'InvalidEventPatternException';
}

/** Whether an event is one that a rule waits for. */
export type Matcher = (event: unknown) => boolean;

type Scalar = string | number | boolean | null;

/** One alternative for a field: whether the field's values satisfy it. */
type ValueMatcher = (values: readonly Scalar[]) => boolean;

/**
 * Prepares an event pattern: every field of it must match, by any of its alternatives. Of the
 * comparisons, `prefix`, `suffix`, `anything-but` and `exists` are built.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 * @throws EventPatternError for anything else, naming the place
 */
export function compilePattern(pattern: unknown, path = 'the pattern'): Matcher {
  if (!isRecord(pattern) || Object.keys(pattern).length === 0) {
    throw refusal(path, 'an object with fields', pattern);
  }
  const fields = Object.entries(pattern).map(([name, expected]) => {
    const place = `${path}.${name}`;
    const matches = Array.isArray(expected)
      ? compileField(expected, place)
      : compilePattern(expected, place);
    return [name, matches] as const;
  });
  return anyElement((event) =>
    fields.every(([name, matches]) => matches(isRecord(event) ? event[name] : undefined)),
  );
}

/** A list in an event matches when one of its elements does; an empty one is no value at all. */
function anyElement(matches: Matcher): Matcher {
  return (value) =>
    Array.isArray(value) && value.length > 0 ? value.some(matches) : matches(value);
}

function compileField(alternatives: readonly unknown[], path: string): Matcher {
  if (alternatives.length === 0) throw refusal(path, 'at least one alternative', alternatives);
  const matchers = alternatives.map((alternative) => compileAlternative(alternative, path));
  return (value) => {
    const values = (Array.isArray(value) ? value.flat(Infinity) : [value]).filter(isScalar);
    return matchers.some((matches) => matches(values));
  };
}

function compileAlternative(alternative: unknown, path: string): ValueMatcher {
  if (isScalar(alternative)) return (values) => values.includes(alternative);
  const [name, operand] = onlyEntry(alternative, path);
  if (name === 'exists' && typeof operand === 'boolean') {
    return (values) => values.length > 0 === operand;
  }
  if (name === 'anything-but') {
    const excluded = compileExclusion(operand, path);
    return (values) => values.some((value) => !excluded(value));
  }
  const matches = compileAffix(name, operand, path);
  return (values) => values.some(matches);
}

function compileExclusion(operand: unknown, path: string): (value: Scalar) => boolean {
  if (isRecord(operand)) {
    const [name, affix] = onlyEntry(operand, path);
    return compileAffix(name, affix, path);
  }
  const excluded: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (excluded.length > 0 && excluded.every(isScalar)) return (value) => excluded.includes(value);
  throw refusal(path, 'values after anything-but', operand);
}

function compileAffix(name: string, affix: unknown, path: string): (value: Scalar) => boolean {
  if (typeof affix === 'string' && affix !== '') {
    if (name === 'prefix') return (value) => typeof value === 'string' && value.startsWith(affix);
    if (name === 'suffix') return (value) => typeof value === 'string' && value.endsWith(affix);
  }
  throw refusal(path, 'prefix, suffix, anything-but or exists', { [name]: affix });
}

function onlyEntry(comparison: unknown, path: string): [string, unknown] {
  const [entry, ...more] = isRecord(comparison) ? Object.entries(comparison) : [];
  if (entry !== undefined && more.length === 0) return entry;
  throw refusal(path, 'a value or one comparison', comparison);
}

function refusal(path: string, expected: string, received: unknown): EventPatternError {
  const got = JSON.stringify(received) ?? 'nothing';
  return new EventPatternError(
    `Event pattern is not valid: expected ${expected} at ${path}, got ${got}`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
