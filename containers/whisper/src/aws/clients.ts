import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';

/** A long poll is silent for 20 s; a connection that is silent for a minute is dead. */
const requestHandler = { connectionTimeout: 5_000, socketTimeout: 60_000 };

/** Clients of the services that the worker speaks to, set up by the SDK's own environment. */
export function awsClients(environment: Readonly<Record<string, string | undefined>>) {
  return {
    // A bucket has no host name of its own on one machine.
    s3: new S3Client({
      requestHandler,
      forcePathStyle: environment['AWS_ENDPOINT_URL_S3'] !== undefined,
    }),
    sqs: new SQSClient({ requestHandler }),
    sfn: new SFNClient({ requestHandler }),
  };
}
