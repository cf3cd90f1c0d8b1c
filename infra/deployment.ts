import type { App } from 'aws-cdk-lib';
import type { Environment } from '../environments/index.ts';
import { ModelsStack } from './models-stack.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { StorageStack } from './storage-stack.ts';

/**
 * All stacks of an environment; each knows only those before it.
 * @param now milliseconds since the epoch: what the schedule says of the past is left out
 */
export function deploymentOf(app: App, environment: Environment, now = Date.now()) {
  const storage = new StorageStack(app, environment);
  const models = new ModelsStack(app, environment, { storage, now });
  const pipeline = new PipelineStack(app, environment, { storage, models });
  return { storage, models, pipeline };
}
