import { beforeAll, describe, expect, it } from 'vitest';
import { runWorker } from '../../../containers/whisper/src/worker.ts';
import { settle } from '../../support/jumping-clock.ts';
import { requirePrograms } from '../../support/programs.ts';
import { aJob, aWorker } from './a-worker.ts';

beforeAll(() => requirePrograms('ffmpeg', 'ffprobe'));

const bodyOf = (number: number) =>
  JSON.stringify(aJob({ callId: `call-${number}`, taskToken: `token-${number}` }));

describe('the worker', () => {
  it('does as many jobs at a time as it may, and all of them', async () => {
    const worker = { ...aWorker(), concurrency: 2 };
    const stop = new AbortController();
    for (const number of [1, 2, 3, 4, 5]) await worker.queue.send(bodyOf(number));
    worker.engine.hold();
    const running = runWorker(worker, stop.signal);
    for (const round of [2, 2, 1]) {
      await worker.engine.hears(round);
      expect(worker.engine.busy).toBe(round);
      worker.engine.letGo();
      await settle();
    }
    stop.abort();
    await running;
    expect(worker.engine.busiest).toBe(2);
    expect(worker.tokens.succeeded).toHaveLength(5);
    expect(worker.queue.deleted).toHaveLength(5);
  });

  it('asks for no more messages than it has room for', async () => {
    const worker = { ...aWorker(), concurrency: 3 };
    const stop = new AbortController();
    worker.engine.hold();
    await worker.queue.send(bodyOf(1));
    const running = runWorker(worker, stop.signal);
    await worker.engine.hears(1);
    stop.abort();
    worker.engine.letGo();
    await running;
    expect(worker.queue.polls).toEqual([3, 2]);
  });

  it('waits longer and longer, never in a hot loop, while the queue cannot be reached', async () => {
    const worker = aWorker();
    const stop = new AbortController();
    for (let times = 0; times < 9; times++) worker.queue.troubles.push(new Error('unreachable'));
    const running = runWorker(worker, stop.signal);
    await settle();
    const polls: number[] = [];
    for (let second = 0; second < 200; second++) {
      polls[second] = worker.queue.polls.length;
      await worker.clock.jump(1000);
    }
    // After 1, 2, 4, 8, 16, 32 and then every 60 s.
    expect([0, 1, 3, 7, 15, 31, 63, 123, 183].map((second) => polls[second])).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    stop.abort();
    await running;
  });

  it('lets running jobs finish on a stop and takes nothing new', async () => {
    const worker = aWorker();
    const stop = new AbortController();
    worker.engine.hold();
    await worker.queue.send(bodyOf(1));
    await worker.queue.send(bodyOf(2));
    const running = runWorker(worker, stop.signal);
    await worker.engine.hears(1);
    stop.abort();
    await worker.clock.jump(99_000);
    worker.engine.letGo();
    await running;
    expect(worker.tokens.succeeded.map(({ token }) => token)).toEqual(['token-1']);
    expect(worker.queue.waiting.map(({ body }) => body)).toEqual([bodyOf(2)]);
  });

  it('hands back as a new message what outlasts the grace period', async () => {
    const worker = aWorker();
    const stop = new AbortController();
    worker.engine.hold();
    await worker.queue.send(bodyOf(1));
    const running = runWorker(worker, stop.signal);
    await worker.engine.hears(1);
    stop.abort();
    await worker.clock.jump(100_000);
    await running;
    expect(worker.queue.waiting).toEqual([
      { id: 'message-2', body: bodyOf(1), receipt: 'receipt-2' },
    ]);
    expect(worker.queue.deleted).toEqual(['message-1']);
    expect([worker.tokens.succeeded, worker.tokens.failed]).toEqual([[], []]);
    expect(worker.clock.waiting).toBe(0);
  });
});
