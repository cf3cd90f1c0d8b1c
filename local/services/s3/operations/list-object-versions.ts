import { xmlAnswer } from '../answer.ts';
import { S3Error } from '../errors.ts';
import { cutPage, prefixElements, readListingQuery } from '../listing.ts';
import { quoted } from '../object-headers.ts';
import type { S3Operation } from '../operation.ts';
import type { S3Request } from '../request.ts';
import type { Bucket } from '../store/bucket.ts';
import { compareKeys } from '../store/sorted-keys.ts';
import { isObject, type StoredVersion } from '../store/stored-version.ts';
import { xmlDocument, type XmlTree } from '../xml.ts';

/** Lists every version and delete marker, each key's newest first. */
export const listObjectVersions: S3Operation = async ({ store }, request) => {
  const bucket = store.bucket(request.bucket);
  const query = readListingQuery(request);
  const { key, versionId } = readMarkers(request);
  const start = compareKeys(query.prefix, key) > 0 ? query.prefix : key;
  const versions = skipTo(bucket.versions.allFrom(start), key, versionId);
  const page = cutPage(versions, query, key);
  const entry = (version: StoredVersion): XmlTree => entryOf(bucket, version, query.encode);
  const lastItem = page.items.at(-1);
  return xmlAnswer(
    xmlDocument('ListVersionsResult', {
      Name: bucket.name,
      KeyMarker: query.encode(key),
      VersionIdMarker: versionId,
      MaxKeys: query.maxKeys,
      IsTruncated: page.truncated,
      NextKeyMarker: page.truncated ? query.encode(page.last) : undefined,
      NextVersionIdMarker:
        page.truncated && lastItem?.key === page.last ? lastItem.versionId : undefined,
      Version: page.items.filter(isObject).map((object) => ({
        ...entry(object),
        ETag: quoted(object.content.etag),
        Size: object.content.size,
        StorageClass: 'STANDARD',
      })),
      DeleteMarker: page.items.filter((version) => !isObject(version)).map(entry),
      ...prefixElements(query, page),
    }),
  );
};

function readMarkers({ query }: S3Request): { key: string; versionId: string | undefined } {
  const key = query.get('key-marker') ?? '';
  const versionId = query.get('version-id-marker') ?? undefined;
  if (versionId === undefined || key !== '') return { key, versionId };
  throw new S3Error(
    'InvalidArgument',
    'A version-id marker cannot be specified without a key marker.',
  );
}

/** Leaves out what earlier pages gave: the marked key up to its marked version. */
function* skipTo(
  versions: Iterable<StoredVersion>,
  key: string,
  versionId: string | undefined,
): Generator<StoredVersion> {
  let passed = false;
  for (const version of versions) {
    if (version.key !== key || passed) yield version;
    else if (version.versionId === versionId) passed = true;
  }
}

function entryOf(bucket: Bucket, version: StoredVersion, encode: (key: string) => string): XmlTree {
  return {
    Key: encode(version.key),
    VersionId: version.versionId,
    IsLatest: bucket.versions.latest(version.key) === version,
    LastModified: new Date(version.lastModified).toISOString(),
  };
}
