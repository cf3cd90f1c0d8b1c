import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallRevision } from '../../local/call-watch.ts';
import { DEAD_JOB_QUEUE, JOB_QUEUE } from '../../local/names.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { ROOT } from '../support/project-files.ts';
import { until } from '../support/until.ts';
import { tone, wavOf } from '../support/wav.ts';
import { executionsOf, startWholeSystem, type WholeSystem } from '../support/whole-system.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Longer than a job stays hidden, shorter than anything else waits. */
const VISIBILITY_MS = 61_000;

let clock: JumpingClock;
let whole: WholeSystem;
beforeEach(async () => {
  clock = new JumpingClock();
  whole = await startWholeSystem({ clock });
}, 30_000);
afterEach(() => whole.stop());

const jobs = () => whole.system.queues.queue(JOB_QUEUE).counts;
const attempts = () => whole.system.queues.queue(JOB_QUEUE).messages[0]?.receiveCount ?? 0;

async function expectEnd(call: CallRevision, code: string): Promise<void> {
  await whole.system.calls.ended(call);
  expect(await whole.record(call.callId)).toMatchObject({ status: 'FAILED', code });
  expect(whole.announcedFor(call).map((event) => event['detail-type'])).toEqual(['Call Failed']);
}

/** A call that waits for a worker which never comes. */
async function waitingCall(): Promise<CallRevision> {
  process.kill(whole.system.worker.pid ?? 0, 'SIGSTOP');
  const call = await whole.upload('recordings/waiting.wav', wavOf(tone(3)));
  await until('the job on the queue', () => jobs().visible + jobs().inFlight === 1);
  return call;
}

describe('a job that kills its worker', () => {
  it('is tried three times, then its call fails and the dead job is taken care of', async () => {
    const sample = await readFile(`${ROOT}samples/refund-resolved.wav`);
    const call = await whole.upload('recordings/poison.wav', sample);
    for (const attempt of [1, 2, 3]) {
      await until(`attempt ${attempt}`, () => attempts() === attempt && jobs().inFlight === 1);
      process.kill(whole.system.worker.pid ?? 0, 'SIGKILL');
      await until('the end of the worker', () => whole.system.worker.pid === null);
      await clock.jump(VISIBILITY_MS);
    }
    await expectEnd(call, 'ENGINE_FAILED');
    await until(
      'an empty dead-letter queue',
      () => whole.system.queues.queue(DEAD_JOB_QUEUE).messages.length === 0,
    );
  }, 60_000);
});

describe('a call that waits for a worker', () => {
  it('is not timed out over thirteen days', async () => {
    const call = await waitingCall();
    await clock.jump(13 * DAY_MS);
    expect(executionsOf(whole, call)[0]?.status).toBe('RUNNING');
  });

  it('ends as TIMED_OUT once no queue could hold its job any longer', async () => {
    const call = await waitingCall();
    await clock.jump(14 * DAY_MS + 1000);
    await expectEnd(call, 'TIMED_OUT');
  });
});

describe('an execution that is stopped from outside', () => {
  it('leaves a record and an event: ABORTED', async () => {
    const call = await waitingCall();
    whole.system.abort();
    await expectEnd(call, 'ABORTED');
  });
});
