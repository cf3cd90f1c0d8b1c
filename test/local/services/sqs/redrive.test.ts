import { describe, expect, it } from 'vitest';
import { Queue } from '../../../../local/services/sqs/queue.ts';
import { bodies, givenQueue, poll, receiveOne, SECOND } from './given-queue.ts';

function givenRedrive(maxReceiveCount: number) {
  const { queue: dead, clock } = givenQueue({ name: 'dead' });
  const queue = new Queue({
    name: 'jobs',
    clock,
    visibilityTimeoutSeconds: 30,
    deadLetter: { queue: dead, maxReceiveCount },
  });
  return { queue, dead, clock };
}

describe('the redrive policy', () => {
  it('moves a message at the receive that would exceed the count, not before', async () => {
    const { queue, dead, clock } = givenRedrive(3);
    const { id, sentAt } = queue.send('poison');

    for (const receive of [1, 2, 3]) {
      expect((await receiveOne(queue)).receiveCount).toBe(receive);
      await clock.jump(30 * SECOND);
    }
    expect(dead.messages).toEqual([]);
    expect(await queue.receive()).toEqual([]);

    expect(queue.messages).toEqual([]);
    const message = await receiveOne(dead);
    expect(message).toMatchObject({ id, sentAt, body: 'poison', receiveCount: 4 });
  });

  it('wakes who waits at the dead-letter queue while another polls the queue', async () => {
    const { queue, dead, clock } = givenRedrive(1);
    queue.send('poison');
    const { receiptHandle } = await receiveOne(queue);
    const [atQueue, atDead] = [poll(queue, 20), poll(dead, 20)];

    queue.changeVisibility(receiptHandle, 10);
    await clock.jump(10 * SECOND - 1);
    expect(atDead.bodies).toBeUndefined();
    await clock.jump(1);

    expect(atDead.bodies).toEqual(['poison']);
    expect(atQueue.bodies).toBeUndefined();
  });

  it('passes on what is dead and gives what is alive in the same receive', async () => {
    const { queue, dead, clock } = givenRedrive(1);
    queue.send('poison');
    await queue.receive();
    await clock.jump(30 * SECOND);
    queue.send('sound');

    expect(bodies(await queue.receive({ maxMessages: 10 }))).toEqual(['sound']);
    expect(bodies(dead.messages)).toEqual(['poison']);
  });

  it('counts from anew in a queue that a message is moved to', async () => {
    const { queue: last, clock } = givenQueue({ name: 'last' });
    const second = new Queue({
      name: 'second',
      clock,
      visibilityTimeoutSeconds: 30,
      deadLetter: { queue: last, maxReceiveCount: 2 },
    });
    const first = new Queue({
      name: 'first',
      clock,
      visibilityTimeoutSeconds: 0,
      deadLetter: { queue: second, maxReceiveCount: 2 },
    });
    first.send('poison');
    for (let receive = 0; receive < 3; receive++) await first.receive();

    expect((await receiveOne(second)).receiveCount).toBe(3);
    expect(last.messages).toEqual([]);
  });
});
