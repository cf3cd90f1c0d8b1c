import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TranscriptionJob } from '../../../core/job.ts';
import { RawTranscript } from '../../../core/transcript.ts';
import { doJob } from '../../../containers/whisper/src/job.ts';
import { requirePrograms } from '../../support/programs.ts';
import { tone, wavOf } from '../../support/wav.ts';
import { aJob, aWorker } from './a-worker.ts';
import type { InMemoryWorkArea } from './in-memory.ts';

const KEY = expect.stringMatching(
  /^work\/call-1\/scripted-[0-9a-f]{16}\/[0-9a-f]{64}\/version-1\.json$/,
) as string;
const never = new AbortController().signal;

/** What is there once `aJob` is done. */
let done: InMemoryWorkArea;

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe');
  const worker = aWorker();
  await doJob(aJob(), never, worker);
  done = worker.work;
});

describe('a job', () => {
  it('writes one transcript and answers with its reference', async () => {
    const worker = aWorker();
    const reference = await doJob(aJob(), never, worker);
    expect(reference).toEqual({ bucket: 'results', key: KEY, versionId: '1' });
    const transcript = RawTranscript.parse(JSON.parse(worker.work.at('version-1.json') ?? ''));
    expect(transcript).toMatchObject({
      callId: 'call-1',
      revision: 'version-1',
      durationSeconds: 1,
      channels: 1,
      engine: { name: 'scripted' },
      turns: [{ speaker: 'unknown', text: 'hello', confidence: 0.9 }],
    });
  });

  it('answers with the result that is already there, without work', async () => {
    const worker = { ...aWorker(), work: done.copy() };
    expect(await doJob(aJob(), never, worker)).toMatchObject({ key: KEY, versionId: '1' });
    expect(worker.recordings.downloads).toEqual([]);
  });

  it('rejects as GONE what a delete marker hides', async () => {
    const worker = aWorker();
    worker.recordings.hidden.add(aJob().key);
    await expect(doJob(aJob(), never, worker)).rejects.toMatchObject({ code: 'GONE' });
  });

  it('refuses a language that the engine does not know before it downloads anything', async () => {
    const worker = aWorker();
    const arabic = aJob({ hints: { ...aJob().hints, language: 'ar' } });
    await expect(doJob(arabic, never, worker)).rejects.toMatchObject({
      name: 'TranscriptionFailed',
      code: 'ENGINE_UNAVAILABLE',
    });
    expect(worker.recordings.downloads).toEqual([]);
  });

  it.each([
    ['EMPTY', 'an empty file', Buffer.alloc(0)],
    ['EMPTY', 'a header without sound', wavOf(new Float32Array(0))],
    ['NOT_AUDIO', 'a text', Buffer.from('no recording at all, just a text\n'.repeat(50))],
    ['NOT_AUDIO', '30 bytes of a header', wavOf(new Float32Array(100)).subarray(0, 30)],
    ['NOT_AUDIO', 'a playlist', playlist()],
    ['TOO_MANY_CHANNELS', '8 channels', wavOf(new Float32Array(16_000), { channels: 8 })],
    ['TOO_LONG', '61 seconds', wavOf(new Float32Array(61 * 16_000))],
  ])('rejects as %s: %s', async (code, _, content) => {
    const worker = aWorker();
    worker.recordings.stored.set(aJob().key, content);
    await expect(doJob(aJob(), never, worker)).rejects.toMatchObject({
      name: 'RecordingRejected',
      code,
    });
  });

  it('rejects as TRUNCATED what is clearly shorter than its header said on admission', async () => {
    await expect(announced(2.1)).rejects.toMatchObject({ code: 'TRUNCATED' });
    await expect(announced(1.9)).resolves.toMatchObject({ key: KEY });
    await expect(announced(31.4, 30)).resolves.toMatchObject({ key: KEY });
    await expect(announced(31.7, 30)).rejects.toMatchObject({ code: 'TRUNCATED' });
  });

  it('leaves nothing in the temporary folder, whether it ends well or badly', async () => {
    const worker = aWorker();
    await doJob(aJob(), never, worker);
    worker.engine.trouble = new Error('out of words');
    await expect(doJob(aJob({ callId: 'call-2' }), never, worker)).rejects.toThrow('out of words');
    expect(worker.recordings.downloads).toHaveLength(2);
    for (const file of worker.recordings.downloads) expect(existsSync(dirname(file))).toBe(false);
  });

  it('does not hear the same sound again under another revision', async () => {
    const worker = { ...aWorker(), work: done.copy() };
    const again = await doJob(aJob({ revision: 'version-2' }), never, worker);
    expect(worker.engine.heard).toBe(0);
    expect(again.key).toMatch(/\/version-2\.json$/);
    expect(JSON.parse(worker.work.at('version-2.json') ?? '')).toEqual({
      ...(JSON.parse(worker.work.at('version-1.json') ?? '') as object),
      revision: 'version-2',
    });
  });

  it.each<[string, (worker: ReturnType<typeof aWorker>) => TranscriptionJob]>([
    ['another call', () => aJob({ callId: 'call-2' })],
    ['another side for the agent', () => withHints({ agentChannel: 'right' })],
    ['no language named', () => withHints({ language: null })],
    [
      'other parameters of the engine',
      ({ engine }) => {
        engine.parameters = '-beam 5';
        return aJob({ revision: 'version-2' });
      },
    ],
    [
      'another sound',
      ({ recordings }) => {
        recordings.stored.set(aJob().key, wavOf(tone(1, 300)));
        return aJob({ revision: 'version-2' });
      },
    ],
    [
      'its first result erased meanwhile',
      ({ work }) => {
        work.find = async () => undefined;
        return aJob({ revision: 'version-2' });
      },
    ],
  ])('hears the recording again for %s', async (_, change) => {
    const worker = { ...aWorker(), work: done.copy() };
    await doJob(change(worker), never, worker);
    expect(worker.engine.heard).toBe(1);
  });

  it('logs how long each stage took, and neither key nor words', async () => {
    const worker = aWorker();
    await doJob(aJob(), never, worker);
    const logged = worker.lines.join('');
    expect(logged).toContain('"recogniseSeconds"');
    expect(logged).not.toMatch(/966|hello|wav/);
  });
});

const withHints = (hints: Partial<TranscriptionJob['hints']>) =>
  aJob({ revision: 'version-2', hints: { ...aJob().hints, ...hints } });

function announced(durationSeconds: number, realSeconds = 1) {
  const worker = aWorker();
  worker.recordings.stored.set(aJob().key, wavOf(tone(realSeconds)));
  return doJob(aJob({ hints: { ...aJob().hints, durationSeconds } }), never, worker);
}

/** HLS, which would have ffmpeg open other files of this machine. */
function playlist(): Buffer {
  const lines = ['#EXTM3U', '#EXT-X-TARGETDURATION:10', '#EXTINF:10,', '/etc/hostname'];
  return Buffer.from([...lines, '#EXT-X-ENDLIST', ''].join('\n'));
}
