import { xmlAnswer, type S3Answer } from '../../answer.ts';
import { joinFiles, type BodyFile } from '../../body/body-file.ts';
import { writeCondition } from '../../conditions.ts';
import { S3Error } from '../../errors.ts';
import { checksumElements, quoted, versionHeaders } from '../../object-headers.ts';
import type { S3Operation } from '../../operation.ts';
import { header, type S3Request } from '../../request.ts';
import type { Bucket } from '../../store/bucket.ts';
import type { Content, StoredObject } from '../../store/stored-version.ts';
import type { StoredPart } from '../../store/stored-upload.ts';
import type { Upload } from '../../store/upload-disk.ts';
import { writeObject } from '../../write-object.ts';
import { readPlainXmlBody } from '../../xml-body.ts';
import { xmlDocument } from '../../xml.ts';
import { chosenParts } from './chosen-parts.ts';
import { checksumOfParts, etagOfParts } from './digest-of-parts.ts';
import { targetUpload } from './target-upload.ts';

/**
 * Makes the object of its parts. The upload ends once the event is accepted: a client that gets no
 * answer, because of a kill for instance, can complete it again.
 */
export const completeUpload: S3Operation = async (context, request) => {
  const { bucket, key, upload } = targetUpload(context, request);
  const check = writeCondition(bucket, request);
  const parts = chosenParts(upload, await readPlainXmlBody(request, 'CompleteMultipartUpload'));
  const file = context.store.incomingFile();
  const content = contentOf(upload, parts, await join(bucket, upload, parts, file));
  const version = await writeObject(context, request, {
    bucket,
    file,
    reason: 'CompleteMultipartUpload',
    store: () => {
      checkClaims(request, content);
      // It may have ended while its parts were joined.
      bucket.uploads.find(key, upload.settings.uploadId);
      return bucket.put(key, content, file, check);
    },
  });
  await bucket.uploads.discard(upload);
  return completed(request, bucket, version);
};

async function join(
  bucket: Bucket,
  upload: Upload,
  parts: readonly StoredPart[],
  file: string,
): Promise<BodyFile> {
  const { key, uploadId, checksum } = upload.settings;
  const files = parts.map((part) => bucket.uploads.data(upload, part));
  try {
    return await joinFiles(
      files,
      file,
      checksum?.type === 'FULL_OBJECT' ? checksum.algorithm : undefined,
    );
  } catch (error) {
    // An abort takes the parts away while they are read; the client is told of that.
    bucket.uploads.find(key, uploadId);
    throw error;
  }
}

function contentOf(
  { settings }: Upload,
  parts: readonly StoredPart[],
  { size, checksums }: BodyFile,
): Content {
  const { headers, metadata, checksum } = settings;
  const composite =
    checksum?.type === 'COMPOSITE'
      ? { [checksum.algorithm]: checksumOfParts(checksum.algorithm, parts) }
      : checksums;
  return { size, etag: etagOfParts(parts), checksums: composite, headers, metadata };
}

/** Holds the object against what the client says of all of it. */
function checkClaims(request: S3Request, { size, checksums }: Content): void {
  const claimedSize = header(request, 'x-amz-mp-object-size');
  if (claimedSize !== undefined && claimedSize !== String(size)) {
    throw new S3Error(
      'InvalidRequest',
      `The provided 'x-amz-mp-object-size' header does not match what was computed: ${size}`,
    );
  }
  for (const [name, value] of Object.entries(checksums)) {
    const claimed = header(request, `x-amz-checksum-${name}`) ?? value;
    // Whether the number of parts is said with it is left to the client.
    if (claimed === value || claimed === value.replace(/-\d+$/, '')) continue;
    throw new S3Error(
      'BadDigest',
      `The ${name} you specified did not match the calculated checksum.`,
    );
  }
}

function completed(request: S3Request, bucket: Bucket, version: StoredObject): S3Answer {
  const { key, content } = version;
  const path = key.split('/').map(encodeURIComponent).join('/');
  return xmlAnswer(
    xmlDocument('CompleteMultipartUploadResult', {
      Location: `http://${header(request, 'host') ?? 'localhost'}/${bucket.name}/${path}`,
      Bucket: bucket.name,
      Key: key,
      ETag: quoted(content.etag),
      ...checksumElements(content),
    }),
    versionHeaders(bucket, version),
  );
}
