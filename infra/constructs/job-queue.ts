import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** The worker extends this for as long as it is at work; `containers/whisper` asks for the same. */
const VISIBILITY = Duration.seconds(60);
/** Tries before a job counts as what kills its workers; the local system has the same. */
const ATTEMPTS = 3;
/** Six times the time-out of the function that takes from it, as Lambda advises. */
const ABANDONED_VISIBILITY = Duration.minutes(6);

/**
 * A message keeps the time it was first sent when it moves to the dead-letter queue. Were both
 * kept for the longest that SQS allows, 14 days, a job whose third worker died on the last of them
 * would expire before anyone heard of it: so the job has one day less.
 */
const JOB_RETENTION = Duration.days(13);
const ABANDONED_RETENTION = Duration.days(14);

/** Jobs for the transcription workers, and those that no worker survived. */
export class JobQueue extends Construct {
  readonly jobs: Queue;
  readonly abandonedJobs: Queue;

  constructor(scope: Construct, id: string, encryptionMasterKey: IKey) {
    super(scope, id);
    const closed = { encryption: QueueEncryption.KMS, encryptionMasterKey, enforceSSL: true };
    this.abandonedJobs = new Queue(this, 'Abandoned', {
      ...closed,
      retentionPeriod: ABANDONED_RETENTION,
      visibilityTimeout: ABANDONED_VISIBILITY,
    });
    this.jobs = new Queue(this, 'Jobs', {
      ...closed,
      retentionPeriod: JOB_RETENTION,
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.abandonedJobs, maxReceiveCount: ATTEMPTS },
    });
  }
}
