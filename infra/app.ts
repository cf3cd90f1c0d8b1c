import { App } from 'aws-cdk-lib';
import {
  EnvironmentInvalid,
  EnvironmentUnknown,
  loadEnvironment,
  refusePastHolidays,
} from '../environments/index.ts';
import { deploymentOf } from './deployment.ts';

/** The program behind `cdk synth -c env=NAME`. */
const app = new App();
try {
  const name: unknown = app.node.tryGetContext('env');
  const environment = loadEnvironment(typeof name === 'string' ? name : undefined);
  const now = Date.now();
  refusePastHolidays(environment, now);
  deploymentOf(app, environment, now);
} catch (error) {
  const isMisuse = error instanceof EnvironmentUnknown || error instanceof EnvironmentInvalid;
  if (!isMisuse) throw error;
  process.stderr.write(`${error.message} (cdk synth -c env=NAME)\n`);
  process.exit(2);
}
