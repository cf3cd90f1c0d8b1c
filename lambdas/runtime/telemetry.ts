import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

/** Where the product's own metrics are found in CloudWatch. */
const NAMESPACE = 'Sada';

/** One logger and one set of metrics a function; the service name is the function's. */
export const logger = new Logger({
  serviceName: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'sada',
});
export const metrics = new Metrics({ namespace: NAMESPACE, serviceName: 'calls' });
