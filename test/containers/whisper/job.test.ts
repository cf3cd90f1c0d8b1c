import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RawTranscript } from '../../../core/transcript.ts';
import { rawTranscriptKey } from '../../../core/contract.ts';
import { doJob } from '../../../containers/whisper/src/job.ts';
import { requirePrograms } from '../../support/programs.ts';
import { tone, wavOf } from '../../support/wav.ts';
import { aJob, aWorker } from './a-worker.ts';

const KEY = rawTranscriptKey({ callId: 'call-1', revision: 'version-1', engine: 'scripted' });
const never = new AbortController().signal;

beforeAll(() => requirePrograms('ffmpeg', 'ffprobe'));

describe('a job', () => {
  it('writes one transcript and answers with its reference', async () => {
    const worker = aWorker();
    const reference = await doJob(aJob(), never, worker);
    expect(reference).toEqual({ bucket: 'results', key: KEY, versionId: '1' });
    const transcript = RawTranscript.parse(JSON.parse(worker.recordings.results.get(KEY) ?? ''));
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
    const worker = aWorker();
    worker.recordings.results.set(KEY, '{}');
    expect(await doJob(aJob(), never, worker)).toMatchObject({ key: KEY });
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
    await expect(doJob(aJob({ revision: '2' }), never, worker)).rejects.toThrow('out of words');
    expect(worker.recordings.downloads).toHaveLength(2);
    for (const file of worker.recordings.downloads) expect(existsSync(dirname(file))).toBe(false);
  });

  it('logs how long each stage took, and neither key nor words', async () => {
    const worker = aWorker();
    await doJob(aJob(), never, worker);
    const logged = worker.lines.join('');
    expect(logged).toContain('"recogniseSeconds"');
    expect(logged).not.toMatch(/966|hello|wav/);
  });
});

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
