import { markerHeaders } from '../find-version.ts';
import { versionHeaders } from '../object-headers.ts';
import { target, type S3Operation } from '../operation.ts';
import { isObject } from '../store/stored-version.ts';

/** Hides a key under a delete marker, or removes the version that is named, for good. */
export const deleteObject: S3Operation = async (context, request) => {
  const { bucket, key } = target(context, request);
  const versionId = request.query.get('versionId');
  if (versionId === null) {
    return { status: 204, headers: markerHeaders(bucket, bucket.hide(key)) };
  }
  const removed = bucket.remove(key, versionId);
  const headers = isObject(removed)
    ? versionHeaders(bucket, removed)
    : markerHeaders(bucket, removed);
  return { status: 204, headers: { 'x-amz-version-id': versionId, ...headers } };
};
