import { xmlAnswer } from '../answer.ts';
import { joinFiles } from '../body/body-file.ts';
import { checksumIn, requestedChecksum } from '../checksums.ts';
import { writeCondition } from '../conditions.ts';
import { copySourceHeaders, findCopySource, type CopySource } from '../copy-source.ts';
import { S3Error } from '../errors.ts';
import { checksumElements, describedObject, quoted, versionHeaders } from '../object-headers.ts';
import { target, type S3Operation } from '../operation.ts';
import { header, type S3Request } from '../request.ts';
import type { Bucket } from '../store/bucket.ts';
import type { Content } from '../store/stored-version.ts';
import { writeObject } from '../write-object.ts';
import { xmlDocument } from '../xml.ts';

/** S3's limit for a copy in one request, 5 GiB. */
const LARGEST_COPY = 5 * 2 ** 30;

/** Writes an object's bytes anew under a key; its metadata comes along or is replaced. */
export const copyObject: S3Operation = async (context, request) => {
  const { bucket, key } = target(context, request);
  const source = findCopySource(context, request);
  const replaces = replacesMetadata(request);
  checkCopy(source, replaces ? undefined : { bucket, key });
  const check = writeCondition(bucket, request);
  const { headers, metadata } = replaces ? describedObject(request) : source.version.content;
  const algorithm = requestedChecksum(request) ?? checksumIn(source.version.content.checksums);
  const sourceFile = source.bucket.data(source.version);
  const copied = await joinFiles([sourceFile], context.store.incomingFile(), algorithm);
  const { file, size, md5: etag, checksums } = copied;
  const content: Content = { size, etag, checksums, headers, metadata };
  const version = await writeObject(context, request, {
    bucket,
    file,
    reason: 'CopyObject',
    store: () => bucket.put(key, content, file, check),
  });
  const answer = xmlAnswer(
    xmlDocument('CopyObjectResult', {
      LastModified: new Date(version.lastModified).toISOString(),
      ETag: quoted(etag),
      ...checksumElements(content),
    }),
  );
  const ids = { ...copySourceHeaders(source), ...versionHeaders(bucket, version) };
  return { ...answer, headers: { ...answer.headers, ...ids } };
};

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
