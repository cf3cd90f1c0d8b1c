import { xmlAnswer } from '../answer.ts';
import { S3Error } from '../errors.ts';
import {
  cutPage,
  prefixElements,
  readListingQuery,
  type ListingQuery,
  type Page,
} from '../listing.ts';
import { REQUESTER } from '../object-created.ts';
import { quoted } from '../object-headers.ts';
import type { S3Operation } from '../operation.ts';
import type { Bucket } from '../store/bucket.ts';
import { compareKeys } from '../store/sorted-keys.ts';
import { isObject, type StoredObject, type StoredVersion } from '../store/stored-version.ts';
import { xmlDocument, type XmlTree } from '../xml.ts';

/** Lists the newest version of each key, but for keys that a delete marker hides. */
export const listObjectsV2: S3Operation = async ({ store }, request) => {
  const bucket = store.bucket(request.bucket);
  if (request.query.get('list-type') !== '2') {
    throw new S3Error('NotImplemented', 'Objects are listed with list-type=2, or without it.');
  }
  const query = readListingQuery(request);
  const token = request.query.get('continuation-token');
  const startAfter = request.query.get('start-after');
  const withOwner = request.query.get('fetch-owner') === 'true';
  const page = pageOf(bucket, query, token === null ? (startAfter ?? '') : readToken(token));
  return xmlAnswer(
    xmlDocument('ListBucketResult', {
      Name: bucket.name,
      StartAfter: startAfter === null ? undefined : query.encode(startAfter),
      MaxKeys: query.maxKeys,
      KeyCount: page.items.length + page.prefixes.length,
      IsTruncated: page.truncated,
      ContinuationToken: token ?? undefined,
      NextContinuationToken: page.truncated ? writeToken(page.last) : undefined,
      Contents: page.items.map((object) => contents(object, query.encode, withOwner)),
      ...prefixElements(query, page),
    }),
  );
};

/** The listing of old tools: it goes on from a key, and always names an owner. */
export const listObjects: S3Operation = async ({ store }, request) => {
  const bucket = store.bucket(request.bucket);
  const query = readListingQuery(request);
  const marker = request.query.get('marker') ?? '';
  const page = pageOf(bucket, query, marker);
  // Without a delimiter S3 leaves it to the client to go on from the last key.
  const next = page.truncated && query.delimiter !== '';
  return xmlAnswer(
    xmlDocument('ListBucketResult', {
      Name: bucket.name,
      Marker: query.encode(marker),
      NextMarker: next ? query.encode(page.last) : undefined,
      MaxKeys: query.maxKeys,
      IsTruncated: page.truncated,
      Contents: page.items.map((object) => contents(object, query.encode, true)),
      ...prefixElements(query, page),
    }),
  );
};

function pageOf({ versions }: Bucket, query: ListingQuery, after: string): Page<StoredObject> {
  return cutPage(objects(versions.latestFrom(first(query.prefix, after)), after), query, after);
}

/** The first key that a page can hold; what precedes it is not even looked at. */
const first = (prefix: string, after: string): string =>
  compareKeys(prefix, after) > 0 ? prefix : after;

function* objects(versions: Iterable<StoredVersion>, after: string): Generator<StoredObject> {
  for (const version of versions) {
    if (isObject(version) && version.key !== after) yield version;
  }
}

function contents(
  { key, lastModified, content }: StoredObject,
  encode: (key: string) => string,
  withOwner: boolean,
): XmlTree {
  return {
    Key: encode(key),
    LastModified: new Date(lastModified).toISOString(),
    ETag: quoted(content.etag),
    Size: content.size,
    StorageClass: 'STANDARD',
    Owner: withOwner ? { ID: REQUESTER } : undefined,
  };
}

const writeToken = (last: string): string => Buffer.from(last).toString('base64url');

function readToken(token: string): string {
  const last = Buffer.from(token, 'base64url').toString('utf8');
  if (writeToken(last) === token && last !== '') return last;
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}
