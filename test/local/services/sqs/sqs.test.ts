import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSqs } from '../../../../local/services/sqs/server.ts';
import { JumpingClock, settle } from '../../../support/jumping-clock.ts';

async function givenSqs() {
  const clock = new JumpingClock();
  const sqs = await startSqs({
    clock,
    queues: [
      {
        name: 'jobs',
        visibilityTimeoutSeconds: 30,
        deadLetter: { queue: 'dead', maxReceiveCount: 2 },
      },
      { name: 'dead', visibilityTimeoutSeconds: 60 },
    ],
  });
  const client = new SQSClient({
    endpoint: sqs.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    client.destroy();
    await sqs.close();
  });
  return { sqs, client, clock, QueueUrl: sqs.url('jobs') };
}

describe('SQS through its SDK client', () => {
  it('takes a message, hands it out with what was asked for, and deletes it', async () => {
    const { client, clock, QueueUrl, sqs } = await givenSqs();

    const sent = await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"ب":1}' }));
    await clock.jump(1500);
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
        AttributeNames: ['All'],
      }),
    );

    expect(Messages).toMatchObject([
      {
        MessageId: sent.MessageId,
        Body: '{"ب":1}',
        MD5OfBody: sent.MD5OfMessageBody,
        Attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: String(clock.now() - 1500),
          ApproximateFirstReceiveTimestamp: String(clock.now()),
        },
      },
    ]);
    const ReceiptHandle = Messages[0]?.ReceiptHandle ?? '';
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    expect(sqs.queue('jobs').messages).toEqual([]);
  });

  it('leaves attributes out that nobody asked for', async () => {
    const { client, QueueUrl } = await givenSqs();
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'b' }));

    const none = await client.send(new ReceiveMessageCommand({ QueueUrl }));
    const one = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      }),
    );

    expect(none.Messages?.[0]).not.toHaveProperty('Attributes');
    expect(one.Messages?.[0]?.Attributes).toEqual({ ApproximateReceiveCount: '1' });
  });

  it('answers a long poll when a message is sent', async () => {
    const { client, QueueUrl, sqs } = await givenSqs();

    const polled = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    await sqs.sendMessage(QueueUrl, 'job');

    expect((await polled).Messages?.map(({ Body }) => Body)).toEqual(['job']);
  });

  it('loses nothing to a long poll whose client hangs up', async () => {
    const { client, clock, QueueUrl, sqs } = await givenSqs();
    const hangUp = new AbortController();
    const outcome = client
      .send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), {
        abortSignal: hangUp.signal,
      })
      .catch((error: unknown) => error);
    while (clock.waiting === 0) await settle(1);

    hangUp.abort();
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    while (clock.waiting > 0) await settle(1);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'job' }));

    expect(sqs.queue('jobs').counts).toEqual({ visible: 1, delayed: 0, inFlight: 0 });
  });

  it('gives a message back when its visibility is set to 0, then to the dead-letter queue', async () => {
    const { client, QueueUrl, sqs } = await givenSqs();
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));

    for (let receive = 0; receive < 2; receive++) {
      const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl,
          ReceiptHandle: Messages[0]?.ReceiptHandle ?? '',
          VisibilityTimeout: 0,
        }),
      );
    }
    const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));

    expect(Messages).toBeUndefined();
    expect(sqs.queue('dead').messages.map(({ body }) => body)).toEqual(['poison']);
  });

  it('tells a queue by its name and its attributes by theirs', async () => {
    const { client, QueueUrl } = await givenSqs();
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'b' }));
    await client.send(new ReceiveMessageCommand({ QueueUrl }));

    const { QueueUrl: url } = await client.send(new GetQueueUrlCommand({ QueueName: 'jobs' }));
    const some = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    const all = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );

    expect(url).toBe(QueueUrl);
    expect(some.Attributes).toEqual({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
    expect(all.Attributes).toMatchObject({
      VisibilityTimeout: '30',
      RedrivePolicy:
        '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":2}',
    });
  });

  it('takes a message of 1 MiB and refuses a longer one', async () => {
    const { client, QueueUrl, sqs } = await givenSqs();
    const limit = 2 ** 20;

    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '"'.repeat(limit) }));

    await expect(
      client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(limit + 1) })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    await expect(
      client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(10 * limit) })),
    ).rejects.toMatchObject({ name: 'RequestEntityTooLargeException' });
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'next' }));
    expect(sqs.queue('jobs').messages).toHaveLength(2);
  });

  it('names its errors as the service does', async () => {
    const { client, QueueUrl, sqs } = await givenSqs();
    const elsewhere = `${sqs.endpoint}/000000000000/missing`;

    await expect(
      client.send(new SendMessageCommand({ QueueUrl: elsewhere, MessageBody: 'x' })),
    ).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
      Code: 'AWS.SimpleQueueService.NonExistentQueue',
    });
    await expect(
      client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'nonsense' })),
    ).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
    await expect(
      client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'bell \u0007' })),
    ).rejects.toMatchObject({ name: 'InvalidMessageContents' });
    await expect(
      client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    await expect(client.send(new ListQueuesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
  });

  it('refuses what it would otherwise silently lose: attributes of a message', async () => {
    const { client, QueueUrl, sqs } = await givenSqs();
    const MessageAttributes = { a: { DataType: 'String', StringValue: 'b' } };

    await expect(
      client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageAttributes })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });

    expect(sqs.queue('jobs').messages).toEqual([]);
  });
});
