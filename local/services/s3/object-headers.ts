import { encodings } from './body/receive.ts';
import { typeOfChecksum } from './checksums.ts';
import { S3Error } from './errors.ts';
import { header, type S3Request } from './request.ts';
import type { Bucket } from './store/bucket.ts';
import type { Content, StoredObject, StoredVersion } from './store/stored-version.ts';

const METADATA_PREFIX = 'x-amz-meta-';
/** Names and values together, in bytes. */
const LARGEST_METADATA = 2048;
const KEPT = ['cache-control', 'content-disposition', 'content-language', 'expires'];

/**
 * What a PUT says of its object.
 * @throws S3Error MetadataTooLarge
 */
export function describedObject(request: S3Request): Pick<Content, 'headers' | 'metadata'> {
  const kept = KEPT.map((name) => [name, header(request, name)] as const);
  const encoding = encodings(header(request, 'content-encoding') ?? '')
    .filter((coding) => coding !== 'aws-chunked')
    .join(',');
  return {
    headers: present([
      ['content-type', header(request, 'content-type') ?? 'binary/octet-stream'],
      ['content-encoding', encoding === '' ? undefined : encoding],
      ...kept,
    ]),
    metadata: userMetadata(request),
  };
}

/** What GET and HEAD say of an object, whichever part of it they answer. */
export function objectHeaders(bucket: Bucket, version: StoredObject): Record<string, string> {
  const { content } = version;
  const metadata = Object.entries(content.metadata).map(
    ([name, value]) => [METADATA_PREFIX + name, value] as const,
  );
  return {
    'accept-ranges': 'bytes',
    etag: quoted(content.etag),
    'last-modified': new Date(version.lastModified).toUTCString(),
    ...content.headers,
    ...Object.fromEntries(metadata),
    ...versionHeaders(bucket, version),
  };
}

/** The checksum that came with an upload, as S3 repeats it. */
export function checksumHeaders({ checksums }: Pick<Content, 'checksums'>): Record<string, string> {
  const [entry] = Object.entries(checksums);
  if (entry === undefined) return {};
  const [name, value] = entry;
  return { [`x-amz-checksum-${name}`]: value, 'x-amz-checksum-type': typeOfChecksum(value) };
}

/** The same in a document. */
export function checksumElements({
  checksums,
}: Pick<Content, 'checksums'>): Record<string, string> {
  const [entry] = Object.entries(checksums);
  if (entry === undefined) return {};
  const [name, value] = entry;
  return { [`Checksum${name.toUpperCase()}`]: value, ChecksumType: typeOfChecksum(value) };
}

/** Buckets that never had versions do not speak of them. */
export function versionHeaders(
  bucket: Bucket,
  version: StoredVersion | undefined,
): Record<string, string> {
  if (bucket.versioning === undefined || version === undefined) return {};
  return { 'x-amz-version-id': version.versionId };
}

export const quoted = (etag: string): string => `"${etag}"`;

/** Whether an If-Match or If-None-Match header names this entity tag. */
export function namesEtag(condition: string, etag: string): boolean {
  const tags = condition.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag) || tags.includes(quoted(etag));
}

function userMetadata(request: S3Request): Record<string, string> {
  const metadata = present(
    Object.keys(request.headers)
      .filter((name) => name.startsWith(METADATA_PREFIX))
      .map((name) => [name.slice(METADATA_PREFIX.length), header(request, name)]),
  );
  // HTTP headers arrive as Latin-1: one character a byte.
  const bytes = Object.entries(metadata).flat().join('').length;
  if (bytes <= LARGEST_METADATA) return metadata;
  throw new S3Error(
    'MetadataTooLarge',
    `Your metadata headers have ${bytes} bytes, ${LARGEST_METADATA} are allowed.`,
  );
}

function present(entries: (readonly [string, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
