import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
  type CompletedPart,
  type CompleteMultipartUploadCommandInput,
  type CompleteMultipartUploadCommandOutput,
  type CreateMultipartUploadCommandInput,
  type S3Client,
  type UploadPartCommandInput,
} from '@aws-sdk/client-s3';
import { BUCKET } from './given-s3.ts';

/** S3's smallest part that is not the last, in bytes. */
export const SMALLEST_PART = 5 * 2 ** 20;

/** Bytes that differ from part to part and repeat within none of the usual chunk sizes. */
export function partBytes(number: number, size = SMALLEST_PART): Buffer {
  return Buffer.alloc(size, `part ${number} of a recording;`);
}

/** A multipart upload that was opened, driven request by request as SDKs drive it. */
export interface GivenUpload {
  key: string;
  uploadId: string;
  /** Sends a part and gives what completing needs to know of it. */
  send: (
    number: number,
    body: Buffer,
    more?: Partial<UploadPartCommandInput>,
  ) => Promise<CompletedPart>;
  complete: (
    parts: CompletedPart[],
    more?: Partial<CompleteMultipartUploadCommandInput>,
  ) => Promise<CompleteMultipartUploadCommandOutput>;
}

export async function givenUpload(
  client: S3Client,
  key: string,
  more: Partial<CreateMultipartUploadCommandInput> = {},
): Promise<GivenUpload> {
  const opened = await client.send(
    new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: key, ...more }),
  );
  const target = { Bucket: BUCKET, Key: key, UploadId: opened.UploadId ?? '' };
  return {
    key,
    uploadId: target.UploadId,
    async send(PartNumber, Body, input = {}) {
      const answer = await client.send(
        new UploadPartCommand({ ...target, PartNumber, Body, ...input }),
      );
      const { ETag, ChecksumCRC32, ChecksumCRC64NVME, ChecksumSHA256 } = answer;
      return { PartNumber, ETag, ChecksumCRC32, ChecksumCRC64NVME, ChecksumSHA256 };
    },
    complete: (Parts, input = {}) =>
      client.send(
        new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts }, ...input }),
      ),
  };
}
