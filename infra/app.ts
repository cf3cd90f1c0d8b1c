import { App } from 'aws-cdk-lib';
import {
  EnvironmentInvalid,
  EnvironmentUnknown,
  loadEnvironment,
  refusePastHolidays,
} from '../environments/index.ts';
import { deploymentOf } from './deployment.ts';
import { InstantUnreadable, instantFrom } from './instant.ts';

const MISUSES = [EnvironmentInvalid, EnvironmentUnknown, InstantUnreadable];

/** The program behind `cdk synth -c env=NAME [-c at=INSTANT]`. */
const app = new App();
try {
  const name: unknown = app.node.tryGetContext('env');
  const environment = loadEnvironment(typeof name === 'string' ? name : undefined);
  const now = instantFrom(app.node.tryGetContext('at')) ?? Date.now();
  refusePastHolidays(environment, now);
  deploymentOf(app, environment, now);
} catch (error) {
  const isMisuse = error instanceof Error && MISUSES.some((one) => error instanceof one);
  if (!isMisuse) throw error;
  process.stderr.write(`${error.message} (cdk synth -c env=NAME)\n`);
  process.exit(2);
}
