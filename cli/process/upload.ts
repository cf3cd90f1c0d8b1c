import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { RECORDINGS_PREFIX } from '../../core/contract.ts';

/** Digits of the content's SHA-256 in the key: equal content under an equal name is one call. */
const DIGEST_DIGITS = 12;

/** The key that a file is uploaded under. */
export async function recordingKey(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const digest = hash.digest('hex').slice(0, DIGEST_DIGITS);
  return `${RECORDINGS_PREFIX}${digest}/${basename(file)}`;
}

/**
 * Uploads a file as a recorder would.
 * @param metadata S3 user metadata, keys as in `METADATA`
 * @returns the version that was made
 */
export async function uploadRecording(
  s3: S3Client,
  bucket: string,
  key: string,
  file: string,
  metadata: Readonly<Record<string, string>>,
): Promise<string> {
  const { size } = await stat(file);
  const { VersionId } = await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: createReadStream(file),
      ContentLength: size,
      Metadata: { ...metadata },
    }),
  );
  if (VersionId === undefined) throw new Error(`bucket ${bucket} keeps no versions`);
  return VersionId;
}
