import { describe, expect, it } from 'vitest';
import { bodies, givenQueue, receiveOne, SECOND } from './given-queue.ts';

describe('a received message', () => {
  it('is out of sight until its visibility time-out ends, then comes again', async () => {
    const { queue, clock } = givenQueue();
    queue.send('job');

    const first = await receiveOne(queue);
    await clock.jump(30 * SECOND - 1);
    expect(await queue.receive()).toEqual([]);
    await clock.jump(1);
    const second = await receiveOne(queue);

    expect(second.id).toBe(first.id);
    expect(second).toMatchObject({ receiveCount: 2, firstReceivedAt: first.firstReceivedAt });
    expect(second.receiptHandle).not.toBe(first.receiptHandle);
  });

  it('never comes again once it is deleted', async () => {
    const { queue, clock } = givenQueue();
    queue.send('job');

    queue.delete((await receiveOne(queue)).receiptHandle);
    await clock.jump(3600 * SECOND);

    expect(await queue.receive()).toEqual([]);
    expect(queue.messages).toEqual([]);
  });

  it('is kept out of sight longer, or given back at once, by changing its visibility', async () => {
    const { queue, clock } = givenQueue();
    queue.send('job');

    const first = await receiveOne(queue);
    await clock.jump(20 * SECOND);
    queue.changeVisibility(first.receiptHandle, 60);
    await clock.jump(59 * SECOND);
    expect(await queue.receive()).toEqual([]);
    queue.changeVisibility(first.receiptHandle, 0);

    expect((await receiveOne(queue)).receiveCount).toBe(2);
  });

  it('can be deleted with a late receipt as long as nobody received it again', async () => {
    const { queue, clock } = givenQueue();
    queue.send('job');

    const { receiptHandle } = await receiveOne(queue);
    await clock.jump(31 * SECOND);
    queue.delete(receiptHandle);

    expect(queue.messages).toEqual([]);
  });

  it('is safe from a stale receipt', async () => {
    const { queue, clock } = givenQueue();
    queue.send('job');
    const stale = await receiveOne(queue);
    await clock.jump(31 * SECOND);
    await receiveOne(queue);

    queue.delete(stale.receiptHandle);

    expect(queue.messages).toHaveLength(1);
    expect(() => queue.changeVisibility(stale.receiptHandle, 0)).toThrow(
      expect.objectContaining({ name: 'MessageNotInflight' }),
    );
  });
});

describe('a receipt', () => {
  it('that this queue never gave out is refused', async () => {
    const { queue } = givenQueue();
    const other = givenQueue({ name: 'other' }).queue;
    other.send('job');
    const { receiptHandle } = await receiveOne(other);
    const invalid = expect.objectContaining({ name: 'ReceiptHandleIsInvalid' }) as Error;

    expect(() => queue.delete('nonsense')).toThrow(invalid);
    expect(() => queue.delete(receiptHandle)).toThrow(invalid);
  });

  it('of a deleted message deletes without effect, but cannot change visibility', async () => {
    const { queue } = givenQueue();
    queue.send('job');
    const { receiptHandle } = await receiveOne(queue);
    queue.delete(receiptHandle);

    queue.delete(receiptHandle);

    expect(() => queue.changeVisibility(receiptHandle, 10)).toThrow(
      expect.objectContaining({ name: 'InvalidParameterValue' }),
    );
  });
});

describe('receiving', () => {
  it('takes messages in their order and no more than asked for', async () => {
    const { queue } = givenQueue();
    for (const body of ['a', 'b', 'c']) queue.send(body);

    expect(bodies(await queue.receive({ maxMessages: 2 }))).toEqual(['a', 'b']);
    expect(bodies(await queue.receive({ maxMessages: 10 }))).toEqual(['c']);
  });

  it('passes over a message that is sent with a delay until it is due', async () => {
    const { queue, clock } = givenQueue();
    queue.send('later', 60);

    expect(await queue.receive()).toEqual([]);
    expect(queue.counts).toEqual({ visible: 0, delayed: 1, inFlight: 0 });
    await clock.jump(60 * SECOND);
    expect(bodies(await queue.receive())).toEqual(['later']);
    expect(queue.counts).toEqual({ visible: 0, delayed: 0, inFlight: 1 });
  });
});
