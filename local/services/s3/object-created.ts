import type { Bucket } from './store/bucket.ts';
import { NULL_VERSION, type StoredObject } from './store/stored-version.ts';

/**
 * The event of a write, as S3 hands it to EventBridge, which adds id, account and region.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export interface ObjectCreated {
  readonly source: 'aws.s3';
  readonly 'detail-type': 'Object Created';
  /** ISO 8601, to the second. */
  readonly time: string;
  readonly resources: readonly string[];
  readonly detail: {
    readonly version: '0';
    readonly bucket: { readonly name: string };
    readonly object: {
      /** Raw: EventBridge has it without the URL encoding of S3's older notifications. */
      readonly key: string;
      readonly size: number;
      readonly etag: string;
      readonly 'version-id'?: string;
      readonly sequencer: string;
    };
    readonly 'request-id': string;
    readonly requester: string;
    readonly 'source-ip-address': string;
    readonly reason: ObjectCreatedReason;
  };
}

export type ObjectCreatedReason = 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload';

/** The account that owns everything local, as stand-ins commonly name it. */
export const REQUESTER = '000000000000';

export function objectCreated(
  bucket: Bucket,
  version: StoredObject,
  { requestId, reason }: { requestId: string; reason: ObjectCreatedReason },
): ObjectCreated {
  const { key, versionId, sequencer, lastModified, content } = version;
  return {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    time: new Date(lastModified).toISOString().replace(/\.\d+Z$/, 'Z'),
    resources: [`arn:aws:s3:::${bucket.name}`],
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object: {
        key,
        size: content.size,
        etag: content.etag,
        ...(versionId === NULL_VERSION ? {} : { 'version-id': versionId }),
        sequencer,
      },
      'request-id': requestId,
      requester: REQUESTER,
      'source-ip-address': '127.0.0.1',
      reason,
    },
  };
}
