import { SQSClient } from '@aws-sdk/client-sqs';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { sqsJobQueue } from '../../../../containers/whisper/src/aws/job-queue.ts';
import type { Listener } from '../../../../local/services/http.ts';
import { aService, loopbackClient, type Answer, type Seen } from './loopback.ts';

const never = new AbortController().signal;
const opened: Listener[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((listener) => listener.close()));
});

async function aQueue(answer: (seen: Seen) => Answer) {
  const service = await aService(answer);
  opened.push(service);
  const jobQueueUrl = `${service.endpoint}/000000000000/jobs`;
  const sqs = new SQSClient(loopbackClient(service.endpoint));
  const queue = sqsJobQueue(sqs, { jobQueueUrl, visibilitySeconds: 60 });
  const asked = () =>
    service.seen.map(({ headers, body }) => [
      headers['x-amz-target'],
      JSON.parse(body) as Record<string, unknown>,
    ]);
  return { queue, asked, jobQueueUrl };
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const aMessage = { id: 'message-1', body: 'a body', receipt: 'receipt-1' };

describe('the job queue on SQS', () => {
  it('polls for 20 s and hides what it takes for the visibility time', async () => {
    const message = { MessageId: 'message-1', Body: 'a body', ReceiptHandle: 'receipt-1' };
    const body = JSON.stringify({ Messages: [{ ...message, MD5OfBody: md5('a body') }] });
    const { queue, asked, jobQueueUrl } = await aQueue(() => ({ body }));
    expect(await queue.receive(3, never)).toEqual([aMessage]);
    expect(asked()).toEqual([
      [
        'AmazonSQS.ReceiveMessage',
        {
          QueueUrl: jobQueueUrl,
          MaxNumberOfMessages: 3,
          WaitTimeSeconds: 20,
          VisibilityTimeout: 60,
        },
      ],
    ]);
  });

  it('takes an empty answer for no messages', async () => {
    const { queue } = await aQueue(() => ({ body: '{}' }));
    expect(await queue.receive(1, never)).toEqual([]);
  });

  it('extends, deletes and sends', async () => {
    const body = JSON.stringify({ MessageId: 'message-2', MD5OfMessageBody: md5('a body') });
    const { queue, asked, jobQueueUrl: QueueUrl } = await aQueue(() => ({ body }));
    await queue.extend(aMessage, 60);
    await queue.delete(aMessage);
    await queue.send('a body');
    const ReceiptHandle = 'receipt-1';
    expect(asked()).toEqual([
      ['AmazonSQS.ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 60 }],
      ['AmazonSQS.DeleteMessage', { QueueUrl, ReceiptHandle }],
      ['AmazonSQS.SendMessage', { QueueUrl, MessageBody: 'a body' }],
    ]);
  });

  it('throws when the service is in trouble', async () => {
    const { queue } = await aQueue(() => ({ status: 500, body: '{"__type":"InternalFailure"}' }));
    await expect(queue.receive(1, never)).rejects.toMatchObject({
      name: 'InternalFailure',
    });
  });
});
