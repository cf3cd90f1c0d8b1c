import { S3Error } from '../../errors.ts';
import { target, type S3Context } from '../../operation.ts';
import type { S3Request } from '../../request.ts';
import type { Bucket } from '../../store/bucket.ts';
import type { Upload } from '../../store/upload-disk.ts';

/**
 * The upload that a request is about.
 * @throws S3Error NoSuchUpload, and as `target` does
 */
export function targetUpload(
  context: S3Context,
  request: S3Request,
): { bucket: Bucket; key: string; upload: Upload } {
  const { bucket, key } = target(context, request);
  const upload = bucket.uploads.find(key, request.query.get('uploadId') ?? '');
  return { bucket, key, upload };
}

/** S3's limit for an upload. */
const MOST_PARTS = 10_000;

export const isPartNumber = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_PARTS;

/** @throws S3Error InvalidArgument */
export function partNumberOf({ query }: S3Request): number {
  const text = query.get('partNumber') ?? '';
  if (isPartNumber(text)) return Number(text);
  throw new S3Error(
    'InvalidArgument',
    `Part number must be an integer between 1 and ${MOST_PARTS}, inclusive`,
  );
}
