import { App } from 'aws-cdk-lib';
import { EnvironmentInvalid, EnvironmentUnknown, loadEnvironment } from '../environments/index.ts';
import { deploymentOf } from './deployment.ts';

/** The program behind `cdk synth -c env=NAME`. */
const app = new App();
try {
  const name: unknown = app.node.tryGetContext('env');
  deploymentOf(app, loadEnvironment(typeof name === 'string' ? name : undefined));
} catch (error) {
  const isMisuse = error instanceof EnvironmentUnknown || error instanceof EnvironmentInvalid;
  if (!isMisuse) throw error;
  process.stderr.write(`${error.message} (cdk synth -c env=NAME)\n`);
  process.exit(2);
}
