import { firstProblem } from '../core/schema-problem.ts';
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
  const problem = firstProblem(written, parsed.error);
  if (problem === null) throw parsed.error;
  throw new EnvironmentInvalid(name, problem.field, problem.received, problem.expected);
}
