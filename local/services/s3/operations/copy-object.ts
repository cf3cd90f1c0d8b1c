import { xmlAnswer, type S3Answer } from '../answer.ts';
import { joinFiles } from '../body/body-file.ts';
import { checksumIn, requestedChecksum } from '../checksums.ts';
import { writeCondition } from '../conditions.ts';
import { copySourceHeaders, dataOf, findCopySource, type CopySource } from '../copy-source.ts';
import { S3Error } from '../errors.ts';
import { checksumElements, describedObject, quoted, versionHeaders } from '../object-headers.ts';
import { target, type S3Operation } from '../operation.ts';
import { header, type S3Request } from '../request.ts';
import type { Bucket } from '../store/bucket.ts';
import type { StoredObject } from '../store/stored-version.ts';
import { writeObject } from '../write-object.ts';
import { xmlDocument } from '../xml.ts';

/** S3's limit for a copy in one request, 5 GiB. */
const LARGEST_COPY = 5 * 2 ** 30;

/** Writes an object's bytes anew under a key; its metadata comes along or is replaced. */
export const copyObject: S3Operation = async (context, request) => {
  const { bucket, key } = target(context, request);
  const source = findCopySource(context, request);
  const described = replacesMetadata(request) ? describedObject(request) : undefined;
  checkCopy(source, described === undefined ? { bucket, key } : undefined);
  const check = writeCondition(bucket, request);
  const algorithm = requestedChecksum(request) ?? checksumIn(source.version.content.checksums);
  const file = context.store.incomingFile();
  const { size, md5, checksums } = await joinFiles([dataOf(source)], file, algorithm);
  const { headers, metadata } = described ?? source.version.content;
  const version = await writeObject(context, request, {
    bucket,
    file,
    reason: 'CopyObject',
    store: () => bucket.put(key, { size, etag: md5, checksums, headers, metadata }, file, check),
  });
  return copied(source, bucket, version);
};

function copied(source: CopySource, bucket: Bucket, version: StoredObject): S3Answer {
  const { lastModified, content } = version;
  return xmlAnswer(
    xmlDocument('CopyObjectResult', {
      LastModified: new Date(lastModified).toISOString(),
      ETag: quoted(content.etag),
      ...checksumElements(content),
    }),
    { ...copySourceHeaders(source), ...versionHeaders(bucket, version) },
  );
}

function replacesMetadata(request: S3Request): boolean {
  const directive = header(request, 'x-amz-metadata-directive') ?? 'COPY';
  if (directive === 'COPY' || directive === 'REPLACE') return directive === 'REPLACE';
  throw new S3Error('InvalidArgument', 'Unknown metadata directive.');
}

/** @param unchanged where the object goes as it is; an older version may become the newest */
function checkCopy(
  { bucket, version }: CopySource,
  unchanged: { bucket: Bucket; key: string } | undefined,
): void {
  if (version.content.size > LARGEST_COPY) {
    throw new S3Error(
      'InvalidRequest',
      `The specified copy source is larger than the maximum allowable size for a copy source: ${LARGEST_COPY}`,
    );
  }
  const toItself = unchanged?.bucket === bucket && unchanged.key === version.key;
  if (!toItself || bucket.versions.latest(version.key) !== version) return;
  throw new S3Error(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}
