import { rm } from 'node:fs/promises';
import { receiveBody } from '../body/receive.ts';
import { S3Error } from '../errors.ts';
import { noSuchKey } from '../find-version.ts';
import {
  checksumHeaders,
  describedObject,
  namesEtag,
  quoted,
  versionHeaders,
} from '../object-headers.ts';
import { objectCreated } from '../object-created.ts';
import { target, type S3Operation } from '../operation.ts';
import { header, type S3Request } from '../request.ts';
import type { Bucket } from '../store/bucket.ts';
import { isObject, type StoredVersion } from '../store/stored-version.ts';

/** Stores a body as the newest version of its key, and answers once the event is accepted. */
export const putObject: S3Operation = async (context, request) => {
  const { bucket, key } = target(context, request);
  const check = writeCondition(bucket, request);
  const described = describedObject(request);
  const { file, size, md5, checksums } = await receiveBody(request, context.store.incomingFile());
  const content = { size, etag: md5, checksums, ...described };
  const version = await unlessRefused(file, () => bucket.put(key, content, file, check));
  await context.onObjectCreated(objectCreated(bucket, version, request.id));
  return {
    status: 200,
    headers: {
      etag: quoted(md5),
      ...checksumHeaders(content),
      ...versionHeaders(bucket, version),
      'content-length': '0',
    },
  };
};

/**
 * S3 has two conditions for writes: that the key holds nothing, or holds a known content.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
function writeCondition(
  bucket: Bucket,
  request: S3Request,
): (latest: StoredVersion | undefined) => void {
  const ifNoneMatch = header(request, 'if-none-match');
  const ifMatch = header(request, 'if-match');
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error('NotImplemented', 'A write takes If-None-Match with * alone.');
  }
  return (latest) => {
    const current = isObject(latest) ? latest : undefined;
    if (ifNoneMatch !== undefined && current !== undefined) throw preconditionFailed();
    if (ifMatch === undefined) return;
    if (current === undefined) throw noSuchKey(bucket, latest);
    if (!namesEtag(ifMatch, current.content.etag)) throw preconditionFailed();
  };
}

const preconditionFailed = (): S3Error =>
  new S3Error(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
  );

async function unlessRefused<T>(file: string, write: () => T): Promise<T> {
  try {
    return write();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
