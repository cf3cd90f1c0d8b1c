import { xmlAnswer } from '../answer.ts';
import { S3Error } from '../errors.ts';
import { cutPage, readListingQuery } from '../listing.ts';
import { quoted } from '../object-headers.ts';
import type { S3Operation } from '../operation.ts';
import { compareKeys } from '../store/sorted-keys.ts';
import { isObject, type StoredObject, type StoredVersion } from '../store/stored-version.ts';
import { xmlDocument, type XmlTree } from '../xml.ts';

/** Lists the newest version of each key, but for keys that a delete marker hides. */
export const listObjectsV2: S3Operation = async ({ store }, request) => {
  const bucket = store.bucket(request.bucket);
  if (request.query.get('list-type') !== '2') {
    throw new S3Error('NotImplemented', 'Objects are listed with list-type=2 alone.');
  }
  const query = readListingQuery(request);
  const token = request.query.get('continuation-token');
  const startAfter = request.query.get('start-after');
  const after = token === null ? (startAfter ?? '') : readToken(token);
  const page = cutPage(
    objects(bucket.versions.latestFrom(first(query.prefix, after)), after),
    query,
    after,
  );
  return xmlAnswer(
    xmlDocument('ListBucketResult', {
      Name: bucket.name,
      Prefix: query.encode(query.prefix),
      Delimiter: query.delimiter === '' ? undefined : query.encode(query.delimiter),
      StartAfter: startAfter === null ? undefined : query.encode(startAfter),
      MaxKeys: query.maxKeys,
      EncodingType: query.encodingType,
      KeyCount: page.items.length + page.prefixes.length,
      IsTruncated: page.truncated,
      ContinuationToken: token ?? undefined,
      NextContinuationToken: page.truncated ? writeToken(page.last) : undefined,
      Contents: page.items.map((object) => contents(object, query.encode)),
      CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: query.encode(prefix) })),
    }),
  );
};

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
): XmlTree {
  return {
    Key: encode(key),
    LastModified: new Date(lastModified).toISOString(),
    ETag: quoted(content.etag),
    Size: content.size,
    StorageClass: 'STANDARD',
  };
}

const writeToken = (last: string): string => Buffer.from(last).toString('base64url');

function readToken(token: string): string {
  const last = Buffer.from(token, 'base64url').toString('utf8');
  if (writeToken(last) === token && last !== '') return last;
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}
