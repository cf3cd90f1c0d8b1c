import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Message } from '../../../../local/services/sqs/message.ts';
import { consumeQueue } from '../../../../local/services/sqs/consumer.ts';
import { Queue } from '../../../../local/services/sqs/queue.ts';
import { startSqs } from '../../../../local/services/sqs/server.ts';
import { FillingJournal, journalFile } from '../../../support/journal-file.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';
import { bodies, receiveOne, SECOND } from './given-queue.ts';

/** A queue that can be started anew; what it was given stays on its journal. */
function givenJournal() {
  const clock = new JumpingClock();
  const open = journalFile(Message);
  const start = () =>
    new Queue({ name: 'jobs', clock, visibilityTimeoutSeconds: 30, journal: open() });
  return { clock, start };
}

describe('after a restart, a queue', () => {
  it('holds what was sent and not deleted, in its order', async () => {
    const { start } = givenJournal();
    const before = start();
    for (const body of ['a', 'b', 'c']) before.send(body);
    before.delete((await receiveOne(before)).receiptHandle);

    expect(bodies(await start().receive({ maxMessages: 10 }))).toEqual(['b', 'c']);
  });

  it('gives at once what was in the hands of a receiver, and has counted that', async () => {
    const { start } = givenJournal();
    const before = start();
    const { id, sentAt } = before.send('job');
    const { receiptHandle } = await receiveOne(before);
    before.changeVisibility(receiptHandle, 3600);

    const message = await receiveOne(start());

    expect(message).toMatchObject({ id, sentAt, body: 'job', receiveCount: 2, receivedHere: 2 });
  });

  it('keeps a delay to its end', async () => {
    const { start, clock } = givenJournal();
    start().send('later', 60);
    const after = start();
    expect(await after.receive()).toEqual([]);
    await clock.jump(60 * SECOND);
    expect(bodies(await after.receive())).toEqual(['later']);
  });

  it('has moved to the dead-letter queue what went there', async () => {
    const clock = new JumpingClock();
    const [open, openDead] = [journalFile(Message), journalFile(Message)];
    const start = () => {
      const shared = { clock, visibilityTimeoutSeconds: 0 };
      const dead = new Queue({ ...shared, name: 'dead', journal: openDead() });
      const deadLetter = { queue: dead, maxReceiveCount: 1 };
      return { dead, queue: new Queue({ ...shared, name: 'jobs', journal: open(), deadLetter }) };
    };
    const { queue } = start();
    queue.send('poison');
    await queue.receive();
    await queue.receive();

    const after = start();

    expect(after.queue.messages).toEqual([]);
    expect(bodies(after.dead.messages)).toEqual(['poison']);
  });
});

function givenDisk() {
  const clock = new JumpingClock();
  const journal = new FillingJournal<Message>();
  const queue = new Queue({ name: 'jobs', clock, visibilityTimeoutSeconds: 30, journal });
  return { clock, journal, queue };
}

describe('a queue whose disk is full', () => {
  const unwritable = expect.objectContaining({ name: 'JournalUnwritable' }) as Error;

  it('refuses to send, to receive and to delete, and changes nothing', async () => {
    const { journal, queue } = givenDisk();
    queue.send('held');
    queue.send('waiting');
    const { receiptHandle } = await receiveOne(queue);
    journal.room = 0;

    expect(() => queue.send('more')).toThrow(unwritable);
    await expect(queue.receive()).rejects.toThrow(unwritable);
    expect(() => queue.delete(receiptHandle)).toThrow(unwritable);
    expect(queue.messages.map(({ body, receiveCount }) => [body, receiveCount])).toEqual([
      ['held', 1],
      ['waiting', 0],
    ]);
  });

  it('fails who waits for a message, not who brings it', async () => {
    const { journal, queue } = givenDisk();
    const waiting = queue.receive({ waitSeconds: 20 });
    journal.room = 1;

    expect(queue.send('job').body).toBe('job');

    await expect(waiting).rejects.toThrow(unwritable);
    expect(bodies(queue.messages)).toEqual(['job']);
  });

  it('tells an SDK client that the service failed', async () => {
    const { clock, journal } = givenDisk();
    const queues = [{ name: 'jobs', visibilityTimeoutSeconds: 30 }];
    const sqs = await startSqs({ clock, queues, journalOf: () => journal });
    onTestFinished(() => sqs.close());
    journal.room = 0;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new SQSClient({
      endpoint: sqs.endpoint,
      region: 'us-east-1',
      credentials,
      maxAttempts: 1,
    });
    const request = { QueueUrl: sqs.url('jobs'), MessageBody: 'job' };
    await expect(client.send(new SendMessageCommand(request))).rejects.toMatchObject({
      name: 'InternalFailure',
      $metadata: { httpStatusCode: 500 },
    });
  });

  it('is consumed again once there is room', async () => {
    const { clock, journal, queue } = givenDisk();
    queue.send('job');
    journal.room = 0;
    const handled: string[] = [];
    const consumer = consumeQueue({
      queue,
      clock,
      handle: async (body) => void handled.push(body),
    });
    onTestFinished(() => consumer.stop());
    await clock.jump(10 * SECOND);
    expect(handled).toEqual([]);

    journal.room = Infinity;
    await clock.jump(60 * SECOND);

    expect(handled).toEqual(['job']);
    expect(queue.messages).toEqual([]);
  });
});
