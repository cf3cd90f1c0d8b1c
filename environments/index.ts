import { dev } from './dev.ts';
import { EnvironmentUnknown } from './errors.ts';
import { parseEnvironment } from './parse.ts';
import { prod } from './prod.ts';
import type { Environment } from './schema.ts';
import { staging } from './staging.ts';

export { EnvironmentInvalid, EnvironmentUnknown } from './errors.ts';
export { refusePastHolidays } from './holidays.ts';
export { scheduleOf } from './schedule.ts';
export type { Environment } from './schema.ts';

const WRITTEN: Readonly<Record<string, unknown>> = { dev, staging, prod };

export const ENVIRONMENT_NAMES: readonly string[] = Object.keys(WRITTEN);

/**
 * An environment, checked.
 * @throws EnvironmentUnknown listing the known ones
 * @throws EnvironmentInvalid with the field, its value and what is allowed
 */
export function loadEnvironment(name: string | undefined): Environment {
  if (name === undefined || !Object.hasOwn(WRITTEN, name)) {
    throw new EnvironmentUnknown(name, ENVIRONMENT_NAMES);
  }
  return parseEnvironment(name, WRITTEN[name]);
}
