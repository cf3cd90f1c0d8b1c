import { xmlAnswer } from '../../answer.ts';
import { requestedChecksum } from '../../checksums.ts';
import { S3Error } from '../../errors.ts';
import { describedObject } from '../../object-headers.ts';
import { target, type S3Operation } from '../../operation.ts';
import { header, type S3Request } from '../../request.ts';
import type { UploadSettings } from '../../store/stored-upload.ts';
import { xmlDocument } from '../../xml.ts';

/** Opens an upload: what the object will be is said here, its bytes come in parts. */
export const createUpload: S3Operation = async (context, request) => {
  const { bucket, key } = target(context, request);
  const checksum = announcedChecksum(request);
  const { uploadId } = bucket.uploads.create({
    key,
    ...describedObject(request),
    ...(checksum === undefined ? {} : { checksum }),
  });
  return xmlAnswer(
    xmlDocument('InitiateMultipartUploadResult', {
      Bucket: bucket.name,
      Key: key,
      UploadId: uploadId,
    }),
    checksum === undefined
      ? {}
      : {
          'x-amz-checksum-algorithm': checksum.algorithm.toUpperCase(),
          'x-amz-checksum-type': checksum.type,
        },
  );
};

/** SHA values of parts cannot be joined to that of the whole; CRC-64 is taken of the whole alone. */
const ONLY_TYPE: Readonly<Record<string, 'FULL_OBJECT' | 'COMPOSITE'>> = {
  crc64nvme: 'FULL_OBJECT',
  sha1: 'COMPOSITE',
  sha256: 'COMPOSITE',
};

function announcedChecksum(request: S3Request): UploadSettings['checksum'] {
  const algorithm = requestedChecksum(request);
  const wanted = header(request, 'x-amz-checksum-type');
  if (algorithm === undefined) {
    if (wanted === undefined) return undefined;
    throw invalid(
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  const type = wanted ?? ONLY_TYPE[algorithm] ?? 'COMPOSITE';
  if (type !== 'FULL_OBJECT' && type !== 'COMPOSITE') {
    throw invalid('Value for x-amz-checksum-type header is invalid.');
  }
  if (type === (ONLY_TYPE[algorithm] ?? type)) return { algorithm, type };
  throw invalid(
    `The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
  );
}

const invalid = (message: string): S3Error => new S3Error('InvalidRequest', message);
