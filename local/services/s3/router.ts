import { S3Error } from './errors.ts';
import type { S3Operation } from './operation.ts';
import {
  createBucket,
  deleteBucket,
  getBucketLocation,
  getBucketVersioning,
  headBucket,
  listBuckets,
  putBucketVersioning,
} from './operations/buckets.ts';
import { copyObject } from './operations/copy-object.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteObjects } from './operations/delete-objects.ts';
import { getObjectAttributes } from './operations/get-object-attributes.ts';
import { getObjectTagging } from './operations/get-object-tagging.ts';
import { getObject, headObject } from './operations/get-object.ts';
import { listObjectVersions } from './operations/list-object-versions.ts';
import { listObjects, listObjectsV2 } from './operations/list-objects.ts';
import { abortUpload } from './operations/multipart/abort-upload.ts';
import { completeUpload } from './operations/multipart/complete-upload.ts';
import { createUpload } from './operations/multipart/create-upload.ts';
import { listParts } from './operations/multipart/list-parts.ts';
import { listUploads } from './operations/multipart/list-uploads.ts';
import { uploadPart, uploadPartCopy } from './operations/multipart/upload-part.ts';
import { putObject } from './operations/put-object.ts';
import { header, type S3Request } from './request.ts';
import { RESPONSE_OVERRIDES } from './response-overrides.ts';

type Scope = 'service' | 'bucket' | 'object';

/** Method, scope, sub-resources and the header of a copy name an operation; what is not here is refused by its name. */
const OPERATIONS: Readonly<Record<string, S3Operation>> = {
  'GET service': listBuckets,
  'PUT bucket': createBucket,
  'HEAD bucket': headBucket,
  'GET bucket': listObjects,
  'GET bucket list-type': listObjectsV2,
  'GET bucket versions': listObjectVersions,
  'DELETE bucket': deleteBucket,
  'GET bucket location': getBucketLocation,
  'GET bucket versioning': getBucketVersioning,
  'PUT bucket versioning': putBucketVersioning,
  'POST bucket delete': deleteObjects,
  'PUT object': putObject,
  'PUT object x-amz-copy-source': copyObject,
  'GET object': getObject,
  'HEAD object': headObject,
  'GET object attributes': getObjectAttributes,
  'GET object tagging': getObjectTagging,
  'DELETE object': deleteObject,
  'GET bucket uploads': listUploads,
  'POST object uploads': createUpload,
  'PUT object partNumber uploadId': uploadPart,
  'PUT object partNumber uploadId x-amz-copy-source': uploadPartCopy,
  'GET object uploadId': listParts,
  'POST object uploadId': completeUpload,
  'DELETE object uploadId': abortUpload,
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
  'max-parts',
  'max-uploads',
  'marker',
  'key-marker',
  'version-id-marker',
  'upload-id-marker',
  'part-number-marker',
  'start-after',
  'continuation-token',
  'encoding-type',
  'fetch-owner',
  ...RESPONSE_OVERRIDES,
];

/** Headers that would change what a request means: to pass over them would be a silent mistake. */
const UNSUPPORTED_HEADERS: readonly string[] = [
  'x-amz-tagging',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-legal-hold',
  'x-amz-write-offset-bytes',
  'x-amz-server-side-encryption-customer-key',
  'x-amz-copy-source-server-side-encryption-customer-key',
];

/** @throws S3Error MethodNotAllowed, or NotImplemented with the operation's name */
export function operationFor(request: S3Request): S3Operation {
  const scope = scopeOf(request);
  const name = [request.method, scope, ...subresources(request), ...copySource(request)].join(' ');
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  const unsupported = UNSUPPORTED_HEADERS.find((one) => header(request, one) !== undefined);
  if (operation !== undefined && unsupported === undefined) return operation;
  if (!METHODS[scope].includes(request.method)) {
    throw new S3Error('MethodNotAllowed', 'The specified method is not allowed here.');
  }
  throw new S3Error('NotImplemented', `Not implemented here: ${unsupported ?? name}`);
}

const subresources = ({ query }: S3Request): string[] =>
  [...query.keys()].filter((name) => !REFINEMENTS.includes(name)).sort();

const copySource = ({ headers }: S3Request): string[] =>
  Object.keys(headers).filter((name) => name === 'x-amz-copy-source');

function scopeOf({ bucket, key }: S3Request): Scope {
  if (bucket === undefined) return 'service';
  return key === undefined ? 'bucket' : 'object';
}
