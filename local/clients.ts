import { S3Client } from '@aws-sdk/client-s3';
import { LOCAL_CREDENTIALS } from './child-environment.ts';
import { REGION } from './names.ts';

/** What every SDK client of the local system is made with. */
export const LOCAL_CLIENT = { region: REGION, credentials: LOCAL_CREDENTIALS } as const;

/** The ordinary S3 client, for the local system's bucket. */
export const localS3Client = (endpoint: string): S3Client =>
  new S3Client({ ...LOCAL_CLIENT, endpoint, forcePathStyle: true });
