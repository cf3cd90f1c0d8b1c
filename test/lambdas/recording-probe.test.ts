import {
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordingFacts } from '../../core/recording-facts.ts';
import { probeRecording } from '../../lambdas/runtime/recording-probe.ts';
import { startS3, type S3 } from '../../local/services/s3/server.ts';
import { AUDIO_FORMATS } from '../support/audio-formats.ts';
import { encode } from '../support/ffmpeg.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { BUCKET, aRecording } from '../support/recordings.ts';
import { tone, wavHeader, wavOf } from '../support/wav.ts';

let directory: string;
let service: S3;
let s3: S3Client;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'probe-'));
  service = await startS3({
    directory,
    clock: new JumpingClock(),
    onObjectCreated: async () => undefined,
  });
  service.createBucket(BUCKET);
  s3 = new S3Client({
    endpoint: service.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});

afterAll(async () => {
  await service.close();
  await rm(directory, { recursive: true });
});

async function put(
  content: Uint8Array,
  key = 'recordings/call.wav',
  more: Partial<PutObjectCommandInput> = {},
) {
  const object = { Bucket: BUCKET, Key: key, Body: content, ...more };
  const { VersionId = '' } = await s3.send(new PutObjectCommand(object));
  return aRecording({ key, versionId: VersionId });
}

const probe = async (...given: Parameters<typeof put>) => probeRecording(s3, await put(...given));
const three = wavOf(tone(3));

describe('looking into a recording', () => {
  it.each(AUDIO_FORMATS)('admits what the worker decodes: $name', async (format) => {
    const file = await encode(wavOf(tone(3), { channels: 2 }), format.extension, format.options);
    const { durationSeconds, channels } = (await probe(file)) as RecordingFacts;
    expect(channels).toBe(format.channels ?? 2);
    expect(Math.abs((durationSeconds ?? 0) - 3)).toBeLessThan(0.25);
  });

  it.each(['call', 'call-wideband'])('admits AMR: %s', async (name) => {
    const file = await readFile(new URL(`../support/amr/${name}.amr`, import.meta.url));
    const { durationSeconds, channels } = (await probe(file)) as RecordingFacts;
    expect(channels).toBe(1);
    expect(durationSeconds).toBeCloseTo(10.1, 1);
  });

  it('tells duration, channels and what the recorder said', async () => {
    const stereo = wavOf(tone(3), { channels: 2, sampleRate: 8000 });
    expect(await probe(stereo, undefined, { Metadata: { queue: 'billing' } })).toEqual({
      durationSeconds: 6,
      channels: 2,
      userMetadata: { queue: 'billing' },
    });
  });

  it.each(['mp3', 'm4a', 'ogg', 'opus', 'flac', 'webm'])('knows %s', async (format) => {
    const facts = await probe(await encode(three, format), `recordings/call.${format}`);
    expect(facts).toMatchObject({ durationSeconds: expect.closeTo(3, 0) as number });
  });

  it('goes by the content, whatever the extension says', async () => {
    const facts = await probe(await encode(three, 'mp3'), 'recordings/call.xyz');
    expect(facts).toMatchObject({ channels: 1 });
  });

  it('reads a WAV whose recorder never wrote the length', async () => {
    const open = Buffer.concat([wavHeader(0xffffffff), three.subarray(44)]);
    expect(await probe(open)).toMatchObject({ durationSeconds: expect.closeTo(3, 2) as number });
  });

  it.each([
    'recordings/two words.wav',
    'recordings/مكالمة الدعم.wav',
    'recordings/a+b.wav',
    'recordings/100%.wav',
    'recordings/%2B+%20 ٪.wav',
  ])('finds the key %s as it is', async (key) => {
    expect(await probe(three, key)).toMatchObject({ durationSeconds: 3 });
  });

  it.each([
    ['EMPTY', 'an empty file', Buffer.alloc(0)],
    ['NOT_AUDIO', 'text', Buffer.from('Dear customer, this is a letter and no sound at all.\n')],
    ['TRUNCATED', 'thirty bytes of a WAV', three.subarray(0, 30)],
    ['TRUNCATED', 'a WAV cut in half', three.subarray(0, three.length / 2)],
  ])('refuses as %s: %s', async (code, _, content) => {
    expect(await probe(content)).toBe(code);
  });

  it('refuses an MPEG-4 file whose end is missing', async () => {
    const whole = await encode(three, 'm4a');
    expect(await probe(whole.subarray(0, whole.length / 2))).toBe('TRUNCATED');
  });

  it('tells a header without sound, for the rule to refuse', async () => {
    expect(await probe(wavHeader(0))).toMatchObject({ durationSeconds: 0 });
  });

  it('tells eight channels, for the rule to refuse', async () => {
    expect(await probe(wavOf(tone(1), { channels: 8 }))).toMatchObject({ channels: 8 });
  });

  it('looks at the version that is meant, though there is a newer one', async () => {
    const recording = await put(three);
    await put(wavOf(tone(5)));
    expect(await probeRecording(s3, recording)).toMatchObject({ durationSeconds: 3 });
  });

  it('says GONE when the version was deleted', async () => {
    const recording = await put(three);
    const { key: Key, versionId: VersionId } = recording;
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key, VersionId }));
    expect(await probeRecording(s3, recording)).toBe('GONE');
  });

  it('says GONE when the name was deleted, though the version can be read', async () => {
    const recording = await put(three);
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: recording.key }));
    expect(await probeRecording(s3, recording)).toBe('GONE');
  });

  it('probes a real telephone call', async () => {
    const sample = new URL('../../samples/router-follow-up-8khz-mulaw.wav', import.meta.url);
    expect(await probe(await readFile(sample))).toMatchObject({ channels: 2 });
  });
});
