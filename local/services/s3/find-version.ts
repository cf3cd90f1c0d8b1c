import { S3Error } from './errors.ts';
import { versionHeaders } from './object-headers.ts';
import { target, type S3Context } from './operation.ts';
import type { S3Request } from './request.ts';
import type { Bucket } from './store/bucket.ts';
import { isObject, type StoredObject, type StoredVersion } from './store/stored-version.ts';

/**
 * The object that a GET or HEAD asks for: the newest, or the one that `versionId` names.
 * @throws S3Error NoSuchKey or NoSuchVersion; MethodNotAllowed for a delete marker by its id
 */
export function findVersion(
  context: S3Context,
  request: S3Request,
): { bucket: Bucket; version: StoredObject } {
  const { bucket, key } = target(context, request);
  const versionId = request.query.get('versionId');
  const version =
    versionId === null ? bucket.versions.latest(key) : bucket.versions.find(key, versionId);
  if (isObject(version)) return { bucket, version };
  if (versionId === null) throw noSuchKey(bucket, version);
  if (version !== undefined) throw deleteMarkerById(bucket, version);
  throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
}

export const noSuchKey = (bucket: Bucket, marker?: StoredVersion): S3Error =>
  new S3Error('NoSuchKey', 'The specified key does not exist.', markerHeaders(bucket, marker));

function deleteMarkerById(bucket: Bucket, marker: StoredVersion): S3Error {
  return new S3Error(
    'MethodNotAllowed',
    'The specified method is not allowed against a delete marker.',
    { ...markerHeaders(bucket, marker), allow: 'DELETE' },
  );
}

export function markerHeaders(
  bucket: Bucket,
  marker: StoredVersion | undefined,
): Record<string, string> {
  if (marker === undefined) return {};
  return { 'x-amz-delete-marker': 'true', ...versionHeaders(bucket, marker) };
}
