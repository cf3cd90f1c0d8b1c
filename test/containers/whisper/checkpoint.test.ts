import { beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../../containers/whisper/src/checkpoint/checkpoint.ts';
import { CallNoLongerWaits, PlannedStop } from '../../../containers/whisper/src/errors.ts';
import { doJob } from '../../../containers/whisper/src/job.ts';
import { runWorker } from '../../../containers/whisper/src/worker.ts';
import { settle } from '../../support/jumping-clock.ts';
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

describe('a checkpoint', () => {
  const KEY = 'work/call-1/checkpoint.json';
  const minute = 61_000;

  async function aCheckpoint() {
    const { work, clock, log, lines } = aWorker();
    const open = () => openCheckpoint(KEY, { work, clock, log });
    return { work, clock, lines, open, checkpoint: await open() };
  }

  it('is stored once a minute, not at every part, in one version', async () => {
    const { work, clock, checkpoint } = await aCheckpoint();
    const writes: number[] = [];
    for (const part of PARTS) {
      await clock.jump(31_000);
      checkpoint.keep(part, part);
      await settle();
      writes.push(work.writes);
      expect([...work.versions.values()].flat().length).toBeLessThanOrEqual(1);
    }
    expect(writes).toEqual([0, 1, 1, 2]);
  });

  it('loses little when its host is lost without a warning', async () => {
    const { clock, open, checkpoint } = await aCheckpoint();
    await clock.jump(minute);
    checkpoint.keep('one', 1);
    await settle();
    checkpoint.keep('two', 2);
    const next = await open();
    expect([next.find('one'), next.find('two')]).toEqual([1, undefined]);
  });

  it.each([
    ['no JSON', '{"schemaVersion":1,"parts":{"one"'],
    ['another schema', '{"schemaVersion":2,"parts":{"one":1}}'],
  ])('that is %s is started over, which is said, and is replaced', async (_, json) => {
    const { work, lines, open } = await aCheckpoint();
    await work.write(KEY, json);
    const next = await open();
    expect(next.find('one')).toBeUndefined();
    expect(lines.join('')).toContain('its checkpoint cannot be read');
    next.keep('two', 2);
    await next.save();
    expect((await open()).find('two')).toBe(2);
  });

  it('that cannot be stored stops nothing and is tried again', async () => {
    const { work, clock, lines, checkpoint } = await aCheckpoint();
    work.troubles.push(new Error('slow down, key=+966 50 123 4567.wav'));
    await clock.jump(minute);
    checkpoint.keep('one', 1);
    await settle();
    expect(work.keys()).toEqual([]);
    expect(lines.join('')).toContain('could not store a checkpoint');
    expect(lines.join('')).not.toContain('966');
    await checkpoint.save();
    expect(work.at(KEY)).toContain('one');
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
