import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKET, JOB_QUEUE } from '../../local/names.ts';
import { encode } from '../support/ffmpeg.ts';
import { whiteNoise } from '../support/noise.ts';
import { until } from '../support/until.ts';
import { tone, wavOf } from '../support/wav.ts';
import {
  executionsOf,
  executionEnd,
  startWholeSystem,
  statesOf,
  type WholeSystem,
} from '../support/whole-system.ts';

const LIMIT_SECONDS = 60;
const three = wavOf(tone(3));

let whole: WholeSystem;
beforeAll(async () => {
  whole = await startWholeSystem({ maxDurationSeconds: LIMIT_SECONDS });
}, 30_000);
afterAll(() => whole.stop());

/** Uploads, waits for the end, and gives all that came of it. */
async function outcomeOf(...upload: Parameters<WholeSystem['upload']>) {
  const call = await whole.upload(...upload);
  await whole.system.calls.ended(call);
  const { status, code } = await whole.record(call.callId);
  const events = whole.announcedFor(call).map((event) => event['detail-type']);
  return { status, code, events };
}

const rejected = (code: string) => ({ status: 'REJECTED', code, events: ['Call Rejected'] });

describe('a recording that is at fault', () => {
  it.each([
    ['EMPTY', 'is an empty file', Buffer.alloc(0)],
    ['EMPTY', 'has a header and no sound', wavOf(new Float32Array(0))],
    ['NOT_AUDIO', 'is text under an audio name', Buffer.from('Minutes of a meeting. '.repeat(9))],
    ['TRUNCATED', 'is thirty bytes of a WAV', three.subarray(0, 30)],
    ['TRUNCATED', 'breaks off in the middle', three.subarray(0, 40_000)],
    ['TOO_MANY_CHANNELS', 'has eight channels', wavOf(tone(1), { channels: 8 })],
    [
      'TOO_LONG',
      'is longer than allowed',
      wavOf(tone(LIMIT_SECONDS + 1, 425, 8000), { sampleRate: 8000 }),
    ],
    ['NO_SPEECH', 'is silent', wavOf(new Float32Array(48_000))],
    ['NO_SPEECH', 'is noise', wavOf(whiteNoise(5))],
    ['NO_SPEECH', 'is a tone', three],
  ])('ends as %s when it %s', async (code, what, content) => {
    const key = `recordings/${what.replaceAll(' ', '-')}.wav`;
    expect(await outcomeOf(key, content)).toEqual(rejected(code));
  });

  it('ends as TRUNCATED when only decoding shows it', async () => {
    const whole = await encode(wavOf(tone(30)), 'mp3');
    const half = whole.subarray(0, whole.length / 2);
    expect(await outcomeOf('recordings/half.mp3', half)).toEqual(rejected('TRUNCATED'));
  });

  it('is known by its content, whatever its extension', async () => {
    expect(await outcomeOf('recordings/call.xyz', three)).toEqual(rejected('NO_SPEECH'));
  });

  it.each([
    'recordings/two words.wav',
    'recordings/مكالمة.wav',
    'recordings/a+b%20c.wav',
    'recordings/100% sure?.wav',
    'recordings/ünï/çödé #1.wav',
  ])('is found under the key %s', async (key) => {
    expect(await outcomeOf(key, three)).toEqual(rejected('NO_SPEECH'));
  });

  it('ends as GONE when it was deleted between event and job', async () => {
    const worker = whole.system.worker.pid ?? 0;
    process.kill(worker, 'SIGSTOP');
    const key = 'recordings/deleted.wav';
    const call = await whole.upload(key, three);
    const job = () => whole.system.queues.queue(JOB_QUEUE).messages;
    await until('the job on the queue', () => job().some(({ body }) => body.includes(call.callId)));
    await whole.s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: key }));
    process.kill(worker, 'SIGCONT');
    await whole.system.calls.ended(call);
    expect(await whole.record(call.callId)).toMatchObject({ status: 'REJECTED', code: 'GONE' });
    expect(whole.announcedFor(call)).toHaveLength(1);
  });

  it('is no recording at all when a console made a folder', async () => {
    const call = await whole.upload('recordings/2026/', Buffer.alloc(0));
    const [execution] = executionsOf(whole, call);
    expect(await executionEnd(whole, execution?.arn ?? '')).toBe('SUCCEEDED');
    expect(statesOf(whole, execution?.arn ?? '').at(-1)).toBe('Nothing to do');
    expect(whole.announcedFor(call)).toEqual([]);
  });
});

describe('a call that fails for our sake', () => {
  it('ends as ENGINE_UNAVAILABLE when it is Arabic and no Whisper model is there', async () => {
    const Metadata = { language: 'ar' };
    expect(await outcomeOf('recordings/arabic.wav', three, { Metadata })).toEqual({
      status: 'FAILED',
      code: 'ENGINE_UNAVAILABLE',
      events: ['Call Failed'],
    });
  });

  it('says in its event that Whisper is needed', () => {
    const failed = whole.announced.find((event) => event['detail-type'] === 'Call Failed');
    expect(failed?.detail).toMatchObject({ message: expect.stringContaining('Whisper') as string });
  });
});
