import { beforeAll, describe, expect, it } from 'vitest';
import { runWorker } from '../../../containers/whisper/src/worker.ts';
import { settle } from '../../support/jumping-clock.ts';
import { requirePrograms } from '../../support/programs.ts';
import { until } from '../../support/until.ts';
import { aJob, aWorker } from './a-worker.ts';

beforeAll(() => requirePrograms('ffmpeg', 'ffprobe'));

const bodyOf = (number: number) =>
  JSON.stringify(aJob({ callId: `call-${number}`, taskToken: `token-${number}` }));

/** Its jobs are answered at once, without a decoder. */
function aWorkerOfGoneCalls() {
  const worker = aWorker();
  worker.recordings.stored.clear();
  return worker;
}

type Worker = Pick<ReturnType<typeof aWorker>, 'queue' | 'tokens'>;
const polled = ({ queue }: Worker, times: number) =>
  until(`poll ${times}`, () => queue.polls.length === times);
const succeeded = ({ tokens }: Worker, times: number) =>
  until(`success ${times}`, () => tokens.succeeded.length === times);

describe('scale-in protection', () => {
  it('begins before the first job, is renewed while at work and ends with it', async () => {
    const worker = aWorker();
    const stop = new AbortController();
    worker.engine.hold();
    const running = runWorker(worker, stop.signal);
    await settle();
    expect(worker.protection.told).toEqual([]);
    await worker.queue.send(bodyOf(1));
    await worker.engine.hears(1);
    expect(worker.protection.told).toEqual([15]);
    await worker.clock.jump(10 * 60_000);
    expect(worker.protection.told).toEqual([15, 15, 15]);
    worker.engine.letGo();
    await polled(worker, 2);
    worker.queue.endPoll();
    await polled(worker, 3);
    expect(worker.protection.told).toEqual([15, 15, 15, 'released']);
    stop.abort();
    await running;
    expect(worker.protection.told).toHaveLength(4);
    expect(worker.clock.waiting).toBe(0);
  });

  it('stays from one job to the next', async () => {
    const worker = aWorkerOfGoneCalls();
    const stop = new AbortController();
    for (const number of [1, 2, 3]) await worker.queue.send(bodyOf(number));
    const running = runWorker(worker, stop.signal);
    await succeeded(worker, 3);
    stop.abort();
    await running;
    expect(worker.protection.told).toEqual([15, 'released']);
  });

  it('stops no work when it cannot be had', async () => {
    const worker = aWorkerOfGoneCalls();
    const stop = new AbortController();
    worker.protection.troubles.push(new Error('refused'), new Error('refused'));
    await worker.queue.send(bodyOf(1));
    const running = runWorker(worker, stop.signal);
    await succeeded(worker, 1);
    stop.abort();
    await running;
    expect(worker.lines.join('')).toContain('could not change scale-in protection');
  });
});

describe('a worker with an idle limit', () => {
  it('ends by itself after that long without a job', async () => {
    const worker = { ...aWorker(), idleMinutes: 5 };
    const running = runWorker(worker, new AbortController().signal);
    await settle();
    await worker.clock.jump(4 * 60_000);
    worker.queue.endPoll();
    await polled(worker, 2);
    await worker.clock.jump(60_000);
    worker.queue.endPoll();
    await running;
    expect(worker.queue.polls).toHaveLength(2);
  });

  it('never ends while at work, and counts from the end of its last job', async () => {
    const worker = { ...aWorker(), idleMinutes: 5 };
    worker.engine.hold();
    await worker.queue.send(bodyOf(1));
    const running = runWorker(worker, new AbortController().signal);
    await worker.engine.hears(1);
    await worker.clock.jump(60 * 60_000);
    worker.engine.letGo();
    await polled(worker, 2);
    await worker.clock.jump(4 * 60_000);
    worker.queue.endPoll();
    await polled(worker, 3);
    await worker.clock.jump(60_000);
    worker.queue.endPoll();
    await running;
    expect(worker.tokens.succeeded).toHaveLength(1);
  });

  it('without one waits for ever', async () => {
    const worker = aWorker();
    const stop = new AbortController();
    const running = runWorker(worker, stop.signal);
    await settle();
    await worker.clock.jump(1000 * 60 * 60_000);
    worker.queue.endPoll();
    await polled(worker, 2);
    expect(worker.lines).toEqual([]);
    stop.abort();
    await running;
  });
});
