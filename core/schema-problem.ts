import type * as z from 'zod';

/** The first thing that a schema finds wrong with what somebody wrote. */
export interface SchemaProblem {
  /** Where it stands, for example `workers.min`. */
  readonly field: string;
  /** Its value; undefined where it is missing. */
  readonly received: unknown;
  /** What is allowed, for example `expected a whole number from 1 to 4`. */
  readonly expected: string;
}

/** What to tell the person who wrote `written`; null where the error lists no issue. */
export function firstProblem(written: unknown, error: z.ZodError): SchemaProblem | null {
  const [issue] = error.issues;
  if (issue === undefined) return null;
  const isStranger = issue.code === 'unrecognized_keys';
  const path = isStranger ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return {
    field: path.join('.'),
    received: valueAt(written, path),
    expected: isStranger ? 'expected no such field' : expectationIn(issue.message),
  };
}

/** zod writes `Invalid option: expected one of ...`; the first half says nothing. */
const expectationIn = (message: string): string =>
  message.replace(/^.*?(?=expected )/, '').replace(/, received \w+$/, '');

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (held, key) => (held as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    value,
  );
}
