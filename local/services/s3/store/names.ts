import { S3Error } from '../errors.ts';

/** S3's limit for a key, in bytes of UTF-8. */
const LONGEST_KEY = 1024;

/**
 * S3's rules for general purpose buckets: 3 to 63 lower-case letters, digits, dots and hyphens.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * @throws S3Error InvalidBucketName
 */
export function checkBucketName(name: string): void {
  const wellFormed = /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(name);
  const likeAnAddress = /^\d+\.\d+\.\d+\.\d+$/.test(name);
  if (wellFormed && !likeAnAddress && !name.includes('..')) return;
  throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.');
}

/** @throws S3Error KeyTooLongError */
export function checkKey(key: string): void {
  const bytes = Buffer.byteLength(key);
  if (bytes <= LONGEST_KEY) return;
  throw new S3Error('KeyTooLongError', `Your key has ${bytes} bytes, ${LONGEST_KEY} are allowed.`);
}
