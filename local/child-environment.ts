import { REGION } from './names.ts';

/** Where each service of the local system listens. */
export interface Endpoints {
  s3: string;
  dynamodb: string;
  sqs: string;
  stepFunctions: string;
  eventBridge: string;
  sageMakerRuntime: string;
}

/** Keys that open nothing: the local services check no signatures. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/** A loopback port where nothing listens (RFC 863, discard): a service not stood in for fails. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * The whole environment of a child process. Nothing of the person's own is handed down: no keys,
 * no profile, no proxy, no metadata service; every AWS endpoint is on loopback.
 */
export function childEnvironment(
  endpoints: Endpoints,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ENDPOINT_URL: NOWHERE,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SFN: endpoints.stepFunctions,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.eventBridge,
    AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME: endpoints.sageMakerRuntime,
    ...own,
  };
}
