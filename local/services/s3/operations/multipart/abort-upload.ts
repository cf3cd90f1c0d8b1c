import type { S3Operation } from '../../operation.ts';
import { targetUpload } from './target-upload.ts';

/** Ends an upload and removes its parts. */
export const abortUpload: S3Operation = async (context, request) => {
  const { bucket, upload } = targetUpload(context, request);
  await bucket.uploads.discard(upload);
  return { status: 204 };
};
