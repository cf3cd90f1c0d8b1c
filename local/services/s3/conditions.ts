import { S3Error } from './errors.ts';
import { noSuchKey } from './find-version.ts';
import { namesEtag } from './object-headers.ts';
import { header, type S3Request } from './request.ts';
import type { Bucket } from './store/bucket.ts';
import { isObject, type StoredObject, type StoredVersion } from './store/stored-version.ts';

/** Looks at the newest version of the key that is to be written; throws when it stands in the way. */
export type WriteCondition = (latest: StoredVersion | undefined) => void;

/**
 * S3 has two conditions for writes: that the key holds nothing, or holds a known content.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function writeCondition(bucket: Bucket, request: S3Request): WriteCondition {
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

/**
 * Holds an object against If-Match, If-None-Match, If-Modified-Since and If-Unmodified-Since. An
 * entity tag outranks the date of its pair, as in RFC 9110, section 13.2.2.
 * @param prefix of the headers' names: a copy has conditions of its own for its source
 */
export function readCondition(
  request: S3Request,
  { content, lastModified }: StoredObject,
  prefix = '',
): 'met' | 'unchanged' | 'failed' {
  const ifMatch = header(request, `${prefix}if-match`);
  const ifNoneMatch = header(request, `${prefix}if-none-match`);
  // HTTP dates have no fraction of a second.
  const modified = Math.floor(lastModified / 1000) * 1000;
  const isLaterThan = (name: string): boolean | undefined => {
    const date = Date.parse(header(request, prefix + name) ?? '');
    return Number.isNaN(date) ? undefined : modified > date;
  };
  const changed =
    ifMatch === undefined
      ? isLaterThan('if-unmodified-since') === true
      : !namesEtag(ifMatch, content.etag);
  if (changed) return 'failed';
  const known =
    ifNoneMatch === undefined
      ? isLaterThan('if-modified-since') === false
      : namesEtag(ifNoneMatch, content.etag);
  return known ? 'unchanged' : 'met';
}

export const preconditionFailed = (): S3Error =>
  new S3Error(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
  );
