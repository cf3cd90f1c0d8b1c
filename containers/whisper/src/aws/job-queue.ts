import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { JobQueue } from '../ports.ts';

/** The longest that SQS lets a poll wait. */
const WAIT_SECONDS = 20;

/** The job queue on SQS. */
export function sqsJobQueue(
  sqs: SQSClient,
  { jobQueueUrl: QueueUrl, visibilitySeconds }: { jobQueueUrl: string; visibilitySeconds: number },
): JobQueue {
  return {
    async receive(most, abortSignal) {
      const request = { MaxNumberOfMessages: most, WaitTimeSeconds: WAIT_SECONDS };
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, ...request, VisibilityTimeout: visibilitySeconds }),
        { abortSignal },
      );
      return Messages.map(({ MessageId = '', Body = '', ReceiptHandle = '' }) => ({
        id: MessageId,
        body: Body,
        receipt: ReceiptHandle,
      }));
    },
    async extend({ receipt: ReceiptHandle }, VisibilityTimeout) {
      await sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
      );
    },
    async delete({ receipt: ReceiptHandle }) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
    async send(MessageBody) {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
  };
}
