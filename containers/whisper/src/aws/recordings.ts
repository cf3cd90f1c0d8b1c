import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../../../../core/clock.ts';
import { RecordingRejected } from '../errors.ts';
import type { Recordings } from '../ports.ts';
import { destroyWhenStalled } from './stalled.ts';
import { unlessMissing } from './unless.ts';

/** Recordings in S3. */
export function s3Recordings(s3: S3Client, clock: Clock): Recordings {
  return {
    // Without a version, as a delete marker hides the recording and leaves its versions in place.
    exists: async ({ bucket: Bucket, key: Key }) =>
      (await unlessMissing(() => s3.send(new HeadObjectCommand({ Bucket, Key })))) !== undefined,
    async download({ bucket: Bucket, key: Key, versionId: VersionId }, file, signal) {
      const get = new GetObjectCommand({ Bucket, Key, VersionId });
      const object = await unlessMissing(() => s3.send(get, { abortSignal: signal }));
      if (object === undefined) throw new RecordingRejected('GONE');
      if (!(object.Body instanceof Readable)) throw new TypeError('expected a stream from S3');
      return written(object.Body, file, { signal, clock });
    },
  };
}

/** @returns the content's SHA-256, taken on the way so that nothing is read twice */
async function written(
  body: Readable,
  file: string,
  { signal, clock }: { signal: AbortSignal; clock: Clock },
): Promise<string> {
  const hash = createHash('sha256');
  body.on('data', (bytes: Buffer) => hash.update(bytes));
  const release = destroyWhenStalled(body, clock);
  try {
    await pipeline(body, createWriteStream(file), { signal });
  } finally {
    release();
  }
  return hash.digest('hex');
}
