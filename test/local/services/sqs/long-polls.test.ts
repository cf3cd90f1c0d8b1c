import { describe, expect, it } from 'vitest';
import { settle } from '../../../support/jumping-clock.ts';
import { bodies, givenQueue, poll, receiveOne, SECOND } from './given-queue.ts';

describe('a long poll', () => {
  it('is woken by a send at once', async () => {
    const { queue, clock } = givenQueue();
    queue.send('hidden');
    await queue.receive();
    const waiting = poll(queue);
    await settle();
    expect(waiting.bodies).toBeUndefined();

    queue.send('job');
    await settle();

    expect(waiting.bodies).toEqual(['job']);
    expect(clock.waiting).toBe(0);
  });

  it('is woken at the moment a message becomes visible again', async () => {
    const { queue, clock } = givenQueue({ visibilityTimeoutSeconds: 5 });
    queue.send('job');
    await queue.receive();
    const waiting = poll(queue);

    await clock.jump(5 * SECOND - 1);
    expect(waiting.bodies).toBeUndefined();
    await clock.jump(1);

    expect(waiting.bodies).toEqual(['job']);
  });

  it('is woken by a message that is given back', async () => {
    const { queue } = givenQueue();
    queue.send('job');
    const { receiptHandle } = await receiveOne(queue);
    const waiting = poll(queue);

    queue.changeVisibility(receiptHandle, 0);
    await settle();

    expect(waiting.bodies).toEqual(['job']);
  });

  it('ends with nothing when its time is over, and leaves no timer behind', async () => {
    const { queue, clock } = givenQueue();
    const waiting = poll(queue, 20);

    await clock.jump(20 * SECOND - 1);
    expect(waiting.bodies).toBeUndefined();
    await clock.jump(1);

    expect(waiting.bodies).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('swallows no message once its client has gone', async () => {
    const { queue, clock } = givenQueue();
    const client = new AbortController();
    const waiting = poll(queue, 20, client.signal);
    await settle();

    client.abort();
    queue.send('job');
    await settle();

    expect(waiting.bodies).toEqual([]);
    expect(bodies(await queue.receive())).toEqual(['job']);
    expect(clock.waiting).toBe(0);
  });

  it('takes nothing for a client that had gone before it began', async () => {
    const { queue } = givenQueue();
    queue.send('job');

    expect(await queue.receive({ signal: AbortSignal.abort() })).toEqual([]);

    expect(queue.counts.visible).toBe(1);
  });

  it('is served in turn: each message goes to one of them', async () => {
    const { queue } = givenQueue();
    const [first, second] = [poll(queue), poll(queue)];
    await settle();

    queue.send('a');
    queue.send('b');
    await settle();

    expect([first.bodies, second.bodies]).toEqual([['a'], ['b']]);
  });
});
