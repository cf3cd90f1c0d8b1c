import { beforeAll, describe, expect, it } from 'vitest';
import { runWorker } from '../../../containers/whisper/src/worker.ts';
import { settle } from '../../support/jumping-clock.ts';
import { until } from '../../support/until.ts';
import type { SpeechEngine } from '../../../containers/whisper/src/engines/engine.ts';
import { requirePrograms } from '../../support/programs.ts';
import { TranscriptionFailed } from '../../../containers/whisper/src/errors.ts';
import { tone, wavOf } from '../../support/wav.ts';
import { A_WORD, aJob, aWorker, ScriptedEngine } from './a-worker.ts';

beforeAll(() => requirePrograms('ffmpeg', 'ffprobe'));

const NOTHING_KNOWN = { durationSeconds: null, channels: null, language: null, agentChannel: null };

const bodyOf = (number: number) =>
  JSON.stringify(aJob({ callId: `call-${number}`, taskToken: `token-${number}` }));

type Worker = Pick<ReturnType<typeof aWorker>, 'queue' | 'tokens'>;
const polled = ({ queue }: Worker, times: number) =>
  until(`poll ${times}`, () => queue.polls.length === times);
const succeeded = ({ tokens }: Worker, times: number) =>
  until(`success ${times}`, () => tokens.succeeded.length === times);

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

describe('recordings that are heard side by side', () => {
  /** Crashes at what is shorter than a quarter of a second, hangs for a while at half of one. */
  class FragileEngine extends ScriptedEngine {
    hang: () => Promise<never> = () => Promise.reject(new Error('never told to hang'));

    override async recognise(...[channels, options]: Parameters<SpeechEngine['recognise']>) {
      const seconds = channels[0]?.segments[0]?.end ?? 0;
      if (seconds < 0.25) throw new Error('segmentation fault');
      if (seconds < 0.75) await this.hang();
      return super.recognise(channels, options);
    }
  }

  const poisons: [string, Buffer][] = [
    ['crash.wav', wavOf(tone(0.2))],
    ['hang.wav', wavOf(tone(0.5))],
    ['text.wav', Buffer.from('no recording')],
    ['fine.wav', wavOf(tone(1))],
    ['also-fine.wav', wavOf(tone(1, 300))],
  ];

  it('end each on its own: who is poisoned fails alone, the others are heard', async () => {
    const given = aWorker();
    const engine = new FragileEngine();
    engine.hang = async () => {
      await new Promise<void>((resolve) => {
        given.clock.after(600_000, resolve);
      });
      throw new TranscriptionFailed('ENGINE_FAILED', 'the engine took longer than 600 s');
    };
    const transcriber = { ...given.transcriber, engine };
    const worker = { ...given, engine, transcriber, concurrency: poisons.length };
    const stop = new AbortController();
    for (const [key, content] of poisons) {
      worker.recordings.stored.set(key, content);
      const job = aJob({ callId: key, taskToken: key, key, hints: NOTHING_KNOWN });
      await worker.queue.send(JSON.stringify(job));
    }
    const running = runWorker(worker, stop.signal);
    await until('three recordings ended', () => worker.queue.deleted.length === 3);
    expect(worker.tokens.failed).toEqual([]);
    await worker.clock.jump(600_000);
    stop.abort();
    await running;
    expect(worker.tokens.failed).toEqual([{ token: 'hang.wav', code: 'ENGINE_FAILED' }]);
    const answers = new Map(worker.tokens.succeeded.map(({ token, result }) => [token, result]));
    expect(answers.get('text.wav')).toEqual({ rejected: { code: 'NOT_AUDIO' } });
    expect([...answers.keys()].sort()).toEqual(['also-fine.wav', 'fine.wav', 'text.wav']);
    // What crashed without a word comes back, as a service in trouble would.
    expect(worker.queue.deleted).not.toContain('message-1');
    expect(worker.work.at('version-1.json')).toContain(A_WORD.text);
  });
});

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
    const worker = aWorker();
    const stop = new AbortController();
    for (const number of [1, 2, 3]) await worker.queue.send(bodyOf(number));
    const running = runWorker(worker, stop.signal);
    await succeeded(worker, 3);
    stop.abort();
    await running;
    expect(worker.protection.told).toEqual([15, 'released']);
  });

  it('stops no work when it cannot be had', async () => {
    const worker = aWorker();
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
