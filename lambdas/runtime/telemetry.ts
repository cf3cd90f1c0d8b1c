import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { METRICS_NAMESPACE } from '../../core/contract.ts';

/** One logger and one set of metrics a function; the service name is the function's. */
export const logger = new Logger({
  serviceName: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'sada',
});
export const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: 'calls' });
