import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** What could not be delivered, kept for the longest that SQS can. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, encryptionMasterKey: IKey) {
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
  }
}

/** EventBridge's own limits, stated: 185 tries within a day, then the dead letters. */
export const DELIVERY = { retryAttempts: 185, maxEventAge: Duration.hours(24) } as const;
