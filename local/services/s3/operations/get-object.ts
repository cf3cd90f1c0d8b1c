import { open } from 'node:fs/promises';
import type { S3Answer } from '../answer.ts';
import { preconditionFailed, readCondition } from '../conditions.ts';
import { S3Error } from '../errors.ts';
import { findVersion } from '../find-version.ts';
import { checksumHeaders, objectHeaders } from '../object-headers.ts';
import type { S3Operation } from '../operation.ts';
import { readRange, type ByteRange } from '../range.ts';
import { header, type S3Request } from '../request.ts';
import { responseOverrides } from '../response-overrides.ts';
import type { Bucket } from '../store/bucket.ts';
import type { StoredObject } from '../store/stored-version.ts';

/** Answers an object's bytes, or the range of them that was asked for. */
export const getObject: S3Operation = async (context, request) => {
  const { bucket, version } = findVersion(context, request);
  const { range, ...answer } = describe(bucket, version, request);
  // Opened before anything is sent: the version may be removed while it is read.
  const file = await open(bucket.data(version));
  return { ...answer, body: file.createReadStream(range) };
};

/** The same without the bytes. */
export const headObject: S3Operation = async (context, request) => {
  const { bucket, version } = findVersion(context, request);
  const { status, headers } = describe(bucket, version, request);
  return { status, headers };
};

function describe(
  bucket: Bucket,
  version: StoredObject,
  request: S3Request,
): Pick<S3Answer, 'status'> & { headers: Record<string, string>; range?: ByteRange } {
  const { content } = version;
  const condition = readCondition(request, version);
  if (condition === 'failed') throw preconditionFailed();
  const headers = { ...objectHeaders(bucket, version), ...responseOverrides(request) };
  if (condition === 'unchanged') throw new S3Error('NotModified', 'Not Modified', headers);
  const range = readRange(header(request, 'range'), content.size);
  if (range === 'unsatisfiable') throw invalidRange(content.size);
  if (range !== undefined) return partial(headers, range, content.size);
  const checksums = header(request, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  return {
    status: 200,
    headers: {
      ...headers,
      ...(checksums ? checksumHeaders(content) : {}),
      'content-length': String(content.size),
    },
  };
}

function partial(
  headers: Record<string, string>,
  range: ByteRange,
  size: number,
): { status: number; headers: Record<string, string>; range: ByteRange } {
  return {
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${range.start}-${range.end}/${size}`,
      'content-length': String(range.end - range.start + 1),
    },
    range,
  };
}

const invalidRange = (size: number): S3Error =>
  new S3Error('InvalidRange', 'The requested range is not satisfiable', {
    'content-range': `bytes */${size}`,
  });
