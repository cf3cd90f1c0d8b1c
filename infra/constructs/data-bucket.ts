import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type LifecycleRule,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { RECORDINGS_PREFIX } from '../../core/contract.ts';
import type { Environment } from '../../environments/index.ts';
import { TRANSCRIPT_PREFIXES } from '../arns.ts';
import { stackOf } from '../sada-stack.ts';

/** Longer than an execution can last (15 days), which may still read the version it began with. */
const OLDER_VERSIONS_DAYS = 30;

/** What nobody erased of raw transcripts. */
const WORK_DAYS = 1;

const CLOSED = {
  encryption: BucketEncryption.KMS,
  bucketKeyEnabled: true,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
} as const;

/** The folders of each kind of data, which age out together. */
const FOLDERS = {
  recordingDays: [RECORDINGS_PREFIX],
  transcriptDays: TRANSCRIPT_PREFIXES,
} as const;

/** To where old recordings are cheap and can still be played at once. */
function archiveRule({ retention }: Environment): LifecycleRule[] {
  const days = retention.archiveRecordingsAfterDays;
  if (days === undefined) return [];
  return [
    {
      id: 'recordings-archived',
      prefix: RECORDINGS_PREFIX,
      transitions: [
        {
          storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
          transitionAfter: Duration.days(days),
        },
      ],
    },
  ];
}

/** A rule a folder, for what the environment does not keep for ever. */
function ageRules({ retention }: Environment): LifecycleRule[] {
  return (['recordingDays', 'transcriptDays'] as const).flatMap((kind) => {
    const days = retention[kind];
    if (days === undefined) return [];
    return FOLDERS[kind].map((prefix) => ({
      id: `${prefix.replace('/', '')}-age-out`,
      prefix,
      expiration: Duration.days(days),
    }));
  });
}

/** Recordings, and what was made of them. Its events go to EventBridge. */
export class DataBucket extends Bucket {
  constructor(scope: Construct, id: string, encryptionKey: IKey) {
    super(scope, id, {
      ...CLOSED,
      encryptionKey,
      versioned: true,
      removalPolicy: stackOf(scope).dataRemoval,
      lifecycleRules: [
        {
          id: 'older-versions-age-out',
          noncurrentVersionExpiration: Duration.days(OLDER_VERSIONS_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          expiredObjectDeleteMarker: true,
        },
        ...archiveRule(stackOf(scope).config),
        ...ageRules(stackOf(scope).config),
      ],
    });
    // The property of the construct would bring a function of CDK's own to set one field.
    (this.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }
}

/**
 * Raw transcripts: what was said, names and numbers included. A bucket apart, since a key of its
 * own then holds for whatever is written, and without versions, so that deleted is gone.
 */
export class WorkBucket extends Bucket {
  constructor(scope: Construct, id: string, encryptionKey: IKey) {
    super(scope, id, {
      ...CLOSED,
      encryptionKey,
      removalPolicy: stackOf(scope).dataRemoval,
      lifecycleRules: [
        {
          id: 'raw-transcripts-age-out',
          expiration: Duration.days(stackOf(scope).config.retention.workDays ?? WORK_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}
