import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { stackOf } from '../sada-stack.ts';

/** Longer than an execution can last (15 days), which may still read the version it began with. */
const OLDER_VERSIONS_DAYS = 30;

const CLOSED = {
  encryption: BucketEncryption.KMS,
  bucketKeyEnabled: true,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
} as const;

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
          id: 'gone-within-a-day',
          expiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}
