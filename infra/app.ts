import { App } from 'aws-cdk-lib';
import { SettingsInvalid } from '../core/settings/index.ts';
import { EnvironmentInvalid, EnvironmentUnknown, loadEnvironment } from '../environments/index.ts';
import { SettingsUnreadable } from '../environments/errors.ts';
import { deploymentOf } from './deployment.ts';

const MISUSE = [EnvironmentUnknown, EnvironmentInvalid, SettingsInvalid, SettingsUnreadable];

const isMisuse = (error: unknown): error is Error => MISUSE.some((kind) => error instanceof kind);

/** The program behind `cdk synth -c env=NAME`. */
const app = new App();
try {
  const name: unknown = app.node.tryGetContext('env');
  deploymentOf(app, loadEnvironment(typeof name === 'string' ? name : undefined));
} catch (error) {
  if (!isMisuse(error)) throw error;
  process.stderr.write(`${error.message} (cdk synth -c env=NAME)\n`);
  process.exit(2);
}
