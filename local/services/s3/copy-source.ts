import { preconditionFailed, readCondition } from './conditions.ts';
import { S3Error } from './errors.ts';
import { noSuchKey } from './find-version.ts';
import { versionHeaders } from './object-headers.ts';
import type { S3Context } from './operation.ts';
import { header, type S3Request } from './request.ts';
import type { Bucket } from './store/bucket.ts';
import { isObject, type StoredObject } from './store/stored-version.ts';

const HEADER = 'x-amz-copy-source';

export interface CopySource {
  readonly bucket: Bucket;
  readonly version: StoredObject;
}

/**
 * The object that a copy takes its bytes from: `[/]BUCKET/KEY[?versionId=ID]`, percent-encoded.
 * @throws S3Error when it is not there, or its own conditions do not hold
 */
export function findCopySource({ store }: S3Context, request: S3Request): CopySource {
  const { name, key, versionId } = parseCopySource(header(request, HEADER) ?? '');
  const bucket = store.bucket(name);
  const version =
    versionId === undefined ? bucket.versions.latest(key) : bucket.versions.find(key, versionId);
  if (isObject(version)) {
    if (readCondition(request, version, `${HEADER}-`) !== 'met') throw preconditionFailed();
    return { bucket, version };
  }
  if (versionId === undefined) throw noSuchKey(bucket, version);
  if (version === undefined) {
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
  }
  throw new S3Error(
    'InvalidRequest',
    'The source of a copy request may not specifically refer to a delete marker by version id.',
  );
}

/** The file that holds its bytes. */
export const dataOf = ({ bucket, version }: CopySource): string => bucket.data(version);

export function copySourceHeaders({ bucket, version }: CopySource): Record<string, string> {
  const id = versionHeaders(bucket, version)['x-amz-version-id'];
  return id === undefined ? {} : { 'x-amz-copy-source-version-id': id };
}

function parseCopySource(source: string): {
  name: string;
  key: string;
  versionId: string | undefined;
} {
  const [, name, key, versionId] = /^\/?([^/]+)\/(.+?)(?:\?versionId=([^?]*))?$/.exec(source) ?? [];
  if (name !== undefined && key !== undefined) return { name, key: decoded(key), versionId };
  throw new S3Error('InvalidArgument', 'Invalid copy source object key');
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    throw new S3Error('InvalidArgument', 'Invalid copy source encoding.');
  }
}
