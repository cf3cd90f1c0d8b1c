import type * as z from 'zod';
import { EnvironmentInvalid } from './errors.ts';
import { Environment } from './schema.ts';

/**
 * Checks what a file of this folder says.
 * @param name how the environment is asked for
 * @throws EnvironmentInvalid with the first field that is wrong, its value and what is allowed
 */
export function parseEnvironment(name: string, written: unknown): Environment {
  const parsed = Environment.safeParse(written);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue === undefined ? parsed.error : invalid(name, written, issue);
}

function invalid(name: string, written: unknown, issue: z.core.$ZodIssue): EnvironmentInvalid {
  const isStranger = issue.code === 'unrecognized_keys';
  const path = isStranger ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const expected = isStranger ? 'expected no such field' : expectationIn(issue.message);
  return new EnvironmentInvalid(name, path.join('.'), valueAt(written, path), expected);
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
