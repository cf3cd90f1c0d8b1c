import { xmlAnswer } from '../../answer.ts';
import { joinFiles } from '../../body/body-file.ts';
import { claimedAlgorithm, readClaims } from '../../body/integrity.ts';
import { receiveBody } from '../../body/receive.ts';
import { copySourceHeaders, dataOf, findCopySource } from '../../copy-source.ts';
import { S3Error } from '../../errors.ts';
import { checksumHeaders, checksumElements, quoted } from '../../object-headers.ts';
import type { S3Operation } from '../../operation.ts';
import { header, type S3Request } from '../../request.ts';
import type { ByteRange } from '../../range.ts';
import type { Upload } from '../../store/upload-disk.ts';
import { xmlDocument } from '../../xml.ts';
import { unlessRefused } from '../../write-object.ts';
import { partNumberOf, targetUpload } from './target-upload.ts';

/** Stores a body as one part of an upload, in place of one of the same number. */
export const uploadPart: S3Operation = async (context, request) => {
  const { bucket, upload } = targetUpload(context, request);
  const number = partNumberOf(request);
  checkAlgorithm(upload, request);
  const algorithm = upload.settings.checksum?.algorithm;
  const body = await receiveBody(request, context.store.incomingFile(), algorithm);
  const part = await unlessRefused(body.file, () => bucket.uploads.addPart(upload, number, body));
  return {
    status: 200,
    headers: { etag: quoted(part.etag), ...checksumHeaders(part), 'content-length': '0' },
  };
};

/** The same with bytes of an object that is there. */
export const uploadPartCopy: S3Operation = async (context, request) => {
  const { bucket, upload } = targetUpload(context, request);
  const number = partNumberOf(request);
  const source = findCopySource(context, request);
  const range = copiedRange(request, source.version.content.size);
  const body = await joinFiles(
    [dataOf(source)],
    context.store.incomingFile(),
    upload.settings.checksum?.algorithm,
    range,
  );
  const part = await unlessRefused(body.file, () => bucket.uploads.addPart(upload, number, body));
  return xmlAnswer(
    xmlDocument('CopyPartResult', {
      LastModified: new Date(part.lastModified).toISOString(),
      ETag: quoted(part.etag),
      ...checksumElements(part),
    }),
    copySourceHeaders(source),
  );
};

/** A checksum over parts needs one of each; one of the whole can be taken here. */
function checkAlgorithm({ settings }: Upload, request: S3Request): void {
  const { checksum } = settings;
  const claimed = claimedAlgorithm(readClaims(request));
  if (checksum === undefined || claimed === checksum.algorithm) return;
  if (claimed === undefined && checksum.type === 'FULL_OBJECT') return;
  throw new S3Error(
    'InvalidRequest',
    `Checksum Type mismatch occurred, expected checksum Type: ${checksum.algorithm}, actual checksum Type: ${claimed ?? 'null'}`,
  );
}

function copiedRange(request: S3Request, size: number): ByteRange | undefined {
  const range = header(request, 'x-amz-copy-source-range');
  if (range === undefined) return undefined;
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  const [start, end] = [Number(first), Number(last)];
  if (first === undefined || start > end) {
    throw new S3Error(
      'InvalidArgument',
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
    );
  }
  if (end < size) return { start, end };
  throw new S3Error(
    'InvalidArgument',
    `Range specified is not valid for source object of size: ${size}`,
  );
}
