import { App } from 'aws-cdk-lib';
import { SettingsInvalid } from '../core/settings/index.ts';
import { SettingsUnreadable } from '../environments/errors.ts';
import {
  EnvironmentInvalid,
  EnvironmentUnknown,
  loadEnvironment,
  refusePastHolidays,
} from '../environments/index.ts';
import { deploymentOf } from './deployment.ts';
import { InstantUnreadable, instantFrom } from './instant.ts';

const MISUSE = [
  EnvironmentUnknown,
  EnvironmentInvalid,
  SettingsInvalid,
  SettingsUnreadable,
  InstantUnreadable,
];

const isMisuse = (error: unknown): error is Error => MISUSE.some((kind) => error instanceof kind);

/** The program behind `cdk synth -c env=NAME [-c at=INSTANT]`. */
const app = new App();
try {
  const name: unknown = app.node.tryGetContext('env');
  const environment = loadEnvironment(typeof name === 'string' ? name : undefined);
  const now = instantFrom(app.node.tryGetContext('at')) ?? Date.now();
  refusePastHolidays(environment, now);
  deploymentOf(app, environment, now);
} catch (error) {
  if (!isMisuse(error)) throw error;
  process.stderr.write(`${error.message} (cdk synth -c env=NAME)\n`);
  process.exit(2);
}
