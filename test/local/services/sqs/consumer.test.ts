import { describe, expect, it, onTestFinished } from 'vitest';
import { consumeQueue } from '../../../../local/services/sqs/consumer.ts';
import { Queue } from '../../../../local/services/sqs/queue.ts';
import { JumpingClock, settle } from '../../../support/jumping-clock.ts';

function givenConsumer(handle: (body: string, messageId: string) => Promise<void>) {
  const clock = new JumpingClock();
  const queue = new Queue({ name: 'jobs', clock, visibilityTimeoutSeconds: 30 });
  const consumer = consumeQueue({ clock, queue, handle });
  onTestFinished(() => consumer.stop());
  return { clock, queue, consumer };
}

describe('a consumer', () => {
  it('handles messages one at a time and deletes each when done', async () => {
    const log: string[] = [];
    const { queue } = givenConsumer(async (body, messageId) => {
      log.push(`start ${body}`);
      await settle(3);
      log.push(`end ${body} ${typeof messageId}`);
    });

    queue.send('a');
    queue.send('b');
    await settle(40);

    expect(log).toEqual(['start a', 'end a string', 'start b', 'end b string']);
    expect(queue.messages).toEqual([]);
  });

  it('leaves a message that it failed on to come back', async () => {
    const tries: string[] = [];
    const { queue, clock } = givenConsumer(async (body) => {
      tries.push(body);
      if (tries.length === 1) throw new Error('not yet');
    });
    queue.send('job');
    await settle();
    expect(tries).toHaveLength(1);

    await clock.jump(30_000);

    expect(tries).toEqual(['job', 'job']);
    expect(queue.messages).toEqual([]);
  });

  it('goes on waiting when a poll ends empty', async () => {
    const handled: string[] = [];
    const { queue, clock } = givenConsumer(async (body) => {
      handled.push(body);
    });

    await clock.jump(65_000);
    queue.send('late');
    await settle();

    expect(handled).toEqual(['late']);
  });

  it('takes nothing more once it is stopped, and waits for what it has', async () => {
    const handled: string[] = [];
    const { queue, consumer } = givenConsumer(async (body) => {
      await settle(5);
      handled.push(body);
    });
    queue.send('at hand');
    queue.send('left');
    await settle(1);

    await consumer.stop();

    expect(handled).toEqual(['at hand']);
    expect(queue.messages.map(({ body }) => body)).toEqual(['left']);
  });
});
