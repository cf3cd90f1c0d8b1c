import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Handler } from './handler.ts';
import type { JobQueue } from './job-queue.ts';

export interface AbandonedJobsProps {
  queue: JobQueue;
  handler: Handler;
}

/** Jobs that no worker survived fail their calls. One at a time: none waits for another's fault. */
export class AbandonedJobs extends EventSourceMapping {
  constructor(scope: Construct, id: string, { queue, handler }: AbandonedJobsProps) {
    super(scope, id, {
      target: handler,
      eventSourceArn: queue.abandonedJobs.queueArn,
      batchSize: 1,
    });
  }
}
