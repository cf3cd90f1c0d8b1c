import { S3Error } from './errors.ts';
import type { S3Operation } from './operation.ts';
import {
  createBucket,
  getBucketVersioning,
  headBucket,
  listBuckets,
  putBucketVersioning,
} from './operations/buckets.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteObjects } from './operations/delete-objects.ts';
import { getObject, headObject } from './operations/get-object.ts';
import { listObjectVersions } from './operations/list-object-versions.ts';
import { listObjectsV2 } from './operations/list-objects.ts';
import { putObject } from './operations/put-object.ts';
import { header, type S3Request } from './request.ts';

type Scope = 'service' | 'bucket' | 'object';

/** Method, scope and sub-resource name an operation; what is not here is refused by its name. */
const OPERATIONS: Readonly<Record<string, S3Operation>> = {
  'GET service': listBuckets,
  'PUT bucket': createBucket,
  'HEAD bucket': headBucket,
  'GET bucket list-type': listObjectsV2,
  'GET bucket versions': listObjectVersions,
  'GET bucket versioning': getBucketVersioning,
  'PUT bucket versioning': putBucketVersioning,
  'POST bucket delete': deleteObjects,
  'PUT object': putObject,
  'GET object': getObject,
  'HEAD object': headObject,
  'DELETE object': deleteObject,
};

/** S3 has these methods; a request with another one has no operation that could be missing. */
const METHODS: Readonly<Record<Scope, readonly string[]>> = {
  service: ['GET'],
  bucket: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
  object: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
};

/** Query parameters that refine an operation; every other one names a sub-resource. */
const REFINEMENTS: readonly string[] = [
  'x-id',
  'versionId',
  'prefix',
  'delimiter',
  'max-keys',
  'marker',
  'key-marker',
  'version-id-marker',
  'start-after',
  'continuation-token',
  'encoding-type',
  'fetch-owner',
];

/** Headers that would change what a request means: to pass over them would be a silent mistake. */
const UNSUPPORTED_HEADERS: readonly string[] = [
  'x-amz-copy-source',
  'x-amz-tagging',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-legal-hold',
  'x-amz-write-offset-bytes',
  'x-amz-server-side-encryption-customer-key',
  'if-unmodified-since',
];

/** @throws S3Error MethodNotAllowed, or NotImplemented with the operation's name */
export function operationFor(request: S3Request): S3Operation {
  const scope = scopeOf(request);
  const parameters = [...request.query.keys()];
  const subresources = parameters.filter((name) => !REFINEMENTS.includes(name));
  const name = [request.method, scope, ...subresources].join(' ');
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  const unsupported = UNSUPPORTED_HEADERS.find((one) => header(request, one) !== undefined);
  if (operation !== undefined && unsupported === undefined) return operation;
  if (!METHODS[scope].includes(request.method)) {
    throw new S3Error('MethodNotAllowed', 'The specified method is not allowed here.');
  }
  throw new S3Error('NotImplemented', `Not implemented here: ${unsupported ?? name}`);
}

function scopeOf({ bucket, key }: S3Request): Scope {
  if (bucket === undefined) return 'service';
  return key === undefined ? 'bucket' : 'object';
}
