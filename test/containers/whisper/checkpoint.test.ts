import { beforeAll, describe, expect, it } from 'vitest';
import { CallNoLongerWaits, PlannedStop } from '../../../containers/whisper/src/errors.ts';
import { doJob } from '../../../containers/whisper/src/job.ts';
import { runWorker } from '../../../containers/whisper/src/worker.ts';
import { requirePrograms } from '../../support/programs.ts';
import { tone, wavOf } from '../../support/wav.ts';
import { aJob, aWorker } from './a-worker.ts';
import type { InMemoryWorkArea } from './in-memory.ts';
import { PartedEngine } from './parted-engine.ts';

const PARTS = ['one', 'two', 'three', 'four'];
const never = new AbortController().signal;

/** A worker whose engine hears in parts; `work` is what it shares with the worker before it. */
function aPartedWorker(work?: InMemoryWorkArea) {
  const worker = aWorker();
  const engine = new PartedEngine(PARTS);
  const transcriber = { ...worker.transcriber, engine };
  return { ...worker, engine, transcriber, work: work ?? worker.work };
}
type PartedWorker = ReturnType<typeof aPartedWorker>;

/** A worker that was stopped when it was at that part. */
async function stoppedAt(stopsAt: string, reason: Error) {
  const worker = aPartedWorker();
  const stop = new AbortController();
  worker.engine.stopsAt = stopsAt;
  const done = doJob(aJob(), stop.signal, worker);
  await worker.engine.stands();
  stop.abort(reason);
  await expect(done).rejects.toBe(reason);
  return worker;
}

const planned = new PlannedStop('the grace period is over');

/** What a worker left that was stopped after two parts. */
let left: InMemoryWorkArea;

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe');
  left = (await stoppedAt('three', planned)).work;
});

const textOf = (work: InMemoryWorkArea) => {
  const { turns } = JSON.parse(work.at('/version-1.json') ?? '') as { turns: { text: string }[] };
  return turns.map(({ text }) => text).join(' ');
};

describe('a job that is stopped', () => {
  it('is gone on with by another worker from the part that it was at', async () => {
    const work = left.copy();
    const next = aPartedWorker(work);
    await doJob(aJob(), never, next);
    expect(next.engine.heard).toEqual(['three', 'four']);
    expect(textOf(work)).toBe('one two three four');
  });

  it('leaves no checkpoint once it is done, in no version', async () => {
    const work = left.copy();
    expect(work.keys()).toEqual([expect.stringMatching(/^work\/call-1\/scripted-.+checkpoint/)]);
    await doJob(aJob(), never, aPartedWorker(work));
    expect(work.keys()).toEqual([expect.stringMatching(/\/version-1\.json$/)]);
  });

  it.each([
    ['no JSON', '{"schemaVersion":1,"parts":{"one"'],
    ['another schema', '{"schemaVersion":2,"parts":{"one":{}}}'],
  ])('starts over when its checkpoint is %s, and says so', async (_, json) => {
    const work = left.copy();
    await work.write(work.keys()[0] ?? '', json);
    const next = aPartedWorker(work);
    await doJob(aJob(), never, next);
    expect(next.engine.heard).toEqual(PARTS);
    expect(next.lines.join('')).toContain('its checkpoint cannot be read');
  });

  it('starts over when the recording is another by now', async () => {
    const work = left.copy();
    const next = aPartedWorker(work);
    next.recordings.stored.set(aJob().key, wavOf(tone(1, 300)));
    await doJob(aJob(), never, next);
    expect(next.engine.heard).toEqual(PARTS);
  });

  it('starts over when the engine hears with other parameters', async () => {
    const work = left.copy();
    const next = aPartedWorker(work);
    const engine = Object.assign(new PartedEngine(PARTS), { parameters: 'other' });
    await doJob(aJob(), never, { ...next, transcriber: { ...next.transcriber, engine } });
    expect(engine.heard).toEqual(PARTS);
  });

  it('leaves nothing when its call no longer waits', async () => {
    const { work } = await stoppedAt('three', new CallNoLongerWaits('gone'));
    expect(work.keys()).toEqual([]);
  });

  it('leaves nothing before a part is finished', async () => {
    const { work } = await stoppedAt('one', planned);
    expect(work.keys()).toEqual([]);
  });
});

describe('a long job', () => {
  it('is saved once a minute, not at every part, and keeps one version', async () => {
    const worker = aPartedWorker();
    const saved: number[] = [];
    worker.engine.before = async () => {
      await worker.clock.jump(31_000);
      saved.push(worker.work.writes);
      expect([...worker.work.versions.values()].flat().length).toBeLessThanOrEqual(1);
    };
    await doJob(aJob(), never, worker);
    // Parts are finished after 31, 62, 93 and 124 s.
    expect(saved).toEqual([0, 0, 1, 1]);
    expect(worker.work.keys()).toHaveLength(1);
  });

  it('loses little when its host is lost without a warning', async () => {
    const lost = aPartedWorker();
    lost.engine.stopsAt = 'four';
    lost.engine.before = () => lost.clock.jump(61_000);
    void doJob(aJob(), never, lost);
    await lost.engine.stands();
    const next = aPartedWorker(lost.work);
    await doJob(aJob(), never, next);
    expect(next.engine.heard).toEqual(['four']);
  });

  it('goes on when a checkpoint cannot be stored, and tries again', async () => {
    const worker = aPartedWorker();
    worker.work.troubles.push(new Error('slow down, key=+966 50 123 4567.wav'));
    worker.engine.before = () => worker.clock.jump(61_000);
    await doJob(aJob(), never, worker);
    expect(worker.engine.heard).toEqual(PARTS);
    expect(worker.work.writes).toBe(5);
    expect(worker.lines.join('')).toContain('could not store a checkpoint');
    expect(worker.lines.join('')).not.toContain('966');
  });

  it('that is stopped stores what could not be stored before', async () => {
    const worker = aPartedWorker();
    const stop = new AbortController();
    worker.work.troubles.push(new Error('slow down'));
    worker.engine.stopsAt = 'three';
    worker.engine.before = (part) => worker.clock.jump(part === 'two' ? 61_000 : 0);
    const done = doJob(aJob(), stop.signal, worker);
    await worker.engine.stands();
    expect(worker.work.keys()).toEqual([]);
    stop.abort(planned);
    await expect(done).rejects.toBe(planned);
    expect(worker.work.at('checkpoint.json')).toContain('two');
  });
});

describe('a worker that is told to stop', () => {
  const body = JSON.stringify(aJob());

  /** Its grace period ends while the third part is heard. */
  async function terminated(prepare: (worker: PartedWorker) => void = () => {}) {
    const worker = aPartedWorker();
    const stop = new AbortController();
    worker.engine.stopsAt = 'three';
    prepare(worker);
    await worker.queue.send(body);
    const running = runWorker(worker, stop.signal);
    await worker.engine.stands();
    stop.abort();
    await worker.clock.jump(100_000);
    return { worker, running };
  }

  it('stores what is finished before it gives the rest back', async () => {
    const { worker, running } = await terminated();
    await running;
    expect(worker.work.at('checkpoint.json')).toContain('two');
    expect(worker.queue.waiting.map((message) => message.body)).toEqual([body]);
    expect(worker.queue.deleted).toEqual(['message-1']);
  });

  it('gives the rest back when the checkpoint cannot be stored', async () => {
    const { worker, running } = await terminated(({ work }) => {
      work.troubles.push(new Error('unreachable'));
    });
    await running;
    expect(worker.work.keys()).toEqual([]);
    expect(worker.queue.waiting.map((message) => message.body)).toEqual([body]);
  });

  it('gives the rest back when the storage hangs', async () => {
    const { worker, running } = await terminated(({ work }) => {
      work.write = (_key, _json, signal?: AbortSignal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
    });
    await worker.clock.jump(10_000);
    await running;
    expect(worker.queue.waiting.map((message) => message.body)).toEqual([body]);
    expect(worker.clock.waiting).toBe(0);
  });
});
