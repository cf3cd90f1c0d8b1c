import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Reference } from '../../../../core/call.ts';
import { RecordingRejected } from '../errors.ts';
import type { Recordings } from '../ports.ts';

/** Recordings and results in S3. */
export function s3Recordings(s3: S3Client, bucket: string): Recordings {
  return {
    // Without a version, as a delete marker hides the recording and leaves its versions in place.
    exists: async ({ bucket: Bucket, key: Key }) =>
      (await found(() => s3.send(new HeadObjectCommand({ Bucket, Key })))) !== undefined,
    async download({ bucket: Bucket, key: Key, versionId: VersionId }, file, signal) {
      const get = new GetObjectCommand({ Bucket, Key, VersionId });
      const object = await found(() => s3.send(get, { abortSignal: signal }));
      if (object === undefined) throw new RecordingRejected('GONE');
      if (!(object.Body instanceof Readable)) throw new TypeError('expected a stream from S3');
      await pipeline(object.Body, createWriteStream(file), { signal });
    },
    findResult: (key) => reference(s3, bucket, key),
    async storeResult(key, json) {
      const object = { Bucket: bucket, Key: key, Body: json, ContentType: 'application/json' };
      const put = new PutObjectCommand({ ...object, IfNoneMatch: '*' });
      const stored = await unlessThere(() => s3.send(put));
      if (stored) return withVersion({ bucket, key }, stored.VersionId);
      const there = await reference(s3, bucket, key);
      if (there === undefined) throw new Error('a result was there and is gone');
      return there;
    },
  };
}

async function reference(
  s3: S3Client,
  bucket: string,
  key: string,
): Promise<S3Reference | undefined> {
  const head = await found(() => s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
  return head && withVersion({ bucket, key }, head.VersionId);
}

function withVersion(
  object: { bucket: string; key: string },
  versionId: string | undefined,
): S3Reference {
  return versionId === undefined ? object : { ...object, versionId };
}

const found = <T>(send: () => Promise<T>): Promise<T | undefined> => unlessStatus(404, send);

/** Somebody else was first. */
const unlessThere = <T>(send: () => Promise<T>): Promise<T | undefined> => unlessStatus(412, send);

async function unlessStatus<T>(status: number, send: () => Promise<T>): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    const isExpected =
      error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
    if (isExpected) return undefined;
    throw error;
  }
}
