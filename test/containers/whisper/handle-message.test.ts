import { beforeAll, describe, expect, it } from 'vitest';
import { TranscriptionFailed } from '../../../containers/whisper/src/errors.ts';
import { handleMessage } from '../../../containers/whisper/src/handle-message.ts';
import { requirePrograms } from '../../support/programs.ts';
import { aJob, aWorker } from './a-worker.ts';

beforeAll(() => requirePrograms('ffmpeg', 'ffprobe'));

const messageOf = (body: string) => ({ id: 'message-1', body, receipt: 'receipt-1' });
const aMessage = messageOf(JSON.stringify(aJob()));

describe('a message', () => {
  it('is answered with the reference of the transcript, then deleted', async () => {
    const worker = aWorker();
    await handleMessage(aMessage, new AbortController(), worker);
    const rawTranscript = { bucket: 'results', key: expect.any(String) as string, versionId: '1' };
    expect(worker.tokens.succeeded).toEqual([{ token: 'token-1', result: { rawTranscript } }]);
    expect(worker.queue.deleted).toEqual(['message-1']);
  });

  it('is answered with the code when the recording is at fault', async () => {
    const worker = aWorker();
    worker.recordings.stored.clear();
    await handleMessage(aMessage, new AbortController(), worker);
    expect(worker.tokens.succeeded).toEqual([
      { token: 'token-1', result: { rejected: { code: 'GONE' } } },
    ]);
    expect(worker.queue.deleted).toEqual(['message-1']);
  });

  it('fails its token with the code when the engine is at fault', async () => {
    const worker = aWorker();
    worker.engine.trouble = new TranscriptionFailed('ENGINE_FAILED', 'it crashed');
    await handleMessage(aMessage, new AbortController(), worker);
    expect(worker.tokens.failed).toEqual([{ token: 'token-1', code: 'ENGINE_FAILED' }]);
    expect(worker.queue.deleted).toEqual(['message-1']);
  });

  it('is deleted without work when no call waits for it', async () => {
    const worker = aWorker();
    worker.tokens.dead.add('token-1');
    await handleMessage(aMessage, new AbortController(), worker);
    expect(worker.queue.deleted).toEqual(['message-1']);
    expect(worker.recordings.downloads).toEqual([]);
  });

  it('is left to come back when a service is in trouble', async () => {
    const worker = aWorker();
    worker.recordings.trouble = new Error('connection reset by key=+966 50 123 4567.wav');
    await handleMessage(aMessage, new AbortController(), worker);
    expect([worker.queue.deleted, worker.tokens.failed, worker.tokens.succeeded]).toEqual([
      [],
      [],
      [],
    ]);
    expect(worker.lines.join('')).not.toContain('966');
  });

  it.each(['no JSON', '{}', JSON.stringify({ ...aJob(), taskToken: '' })])(
    'is left for the dead-letter queue when it is no job, logged by its id alone: %s',
    async (body) => {
      const worker = aWorker();
      await handleMessage(messageOf(body), new AbortController(), worker);
      expect(worker.queue.deleted).toEqual([]);
      expect(worker.tokens.heartbeats).toEqual([]);
      expect(worker.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
        {
          time: expect.any(String) as string,
          level: 'error',
          message: 'left a message that is no job',
          messageId: 'message-1',
        },
      ]);
    },
  );

  it('is extended, and its call kept alive, every third of the visibility time', async () => {
    const worker = aWorker();
    worker.engine.hold();
    const handled = handleMessage(aMessage, new AbortController(), worker);
    await worker.engine.hears(1);
    expect(worker.tokens.heartbeats).toHaveLength(1);
    await worker.clock.jump(19_999);
    expect(worker.queue.extended).toEqual([]);
    await worker.clock.jump(40_001);
    expect(worker.queue.extended).toEqual([
      { id: 'message-1', seconds: 60 },
      { id: 'message-1', seconds: 60 },
      { id: 'message-1', seconds: 60 },
    ]);
    expect(worker.tokens.heartbeats).toHaveLength(4);
    worker.engine.letGo();
    await handled;
    expect(worker.clock.waiting).toBe(0);
  });

  it('survives a heartbeat that fails', async () => {
    const worker = aWorker();
    worker.engine.hold();
    const handled = handleMessage(aMessage, new AbortController(), worker);
    await worker.engine.hears(1);
    worker.tokens.troubles.push(new Error('throttled'));
    await worker.clock.jump(40_000);
    expect(worker.tokens.heartbeats).toHaveLength(3);
    worker.engine.letGo();
    await handled;
    expect(worker.tokens.succeeded).toHaveLength(1);
  });

  it('is given up and deleted when its call stops waiting midway', async () => {
    const worker = aWorker();
    worker.engine.hold();
    const handled = handleMessage(aMessage, new AbortController(), worker);
    await worker.engine.hears(1);
    worker.tokens.dead.add('token-1');
    await worker.clock.jump(20_000);
    await handled;
    expect(worker.tokens.succeeded).toEqual([]);
    expect(worker.work.keys()).toEqual([]);
    expect(worker.queue.deleted).toEqual(['message-1']);
    expect(worker.clock.waiting).toBe(0);
  });
});
