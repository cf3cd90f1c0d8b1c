import { S3Client } from '@aws-sdk/client-s3';

/**
 * The S3 client. Endpoints, region and keys come from the SDK's own variables; path style has none
 * of its own and goes with an endpoint that is not AWS's.
 */
export const createS3Client = (): S3Client =>
  new S3Client({ forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined });
