import { S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Recordings } from '../../../../containers/whisper/src/aws/recordings.ts';
import { listen, type Listener } from '../../../../local/services/http.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';
import { until } from '../../../support/until.ts';
import { aService, errorBody, loopbackClient, type Answer, type Seen } from './loopback.ts';

const never = new AbortController().signal;
const recording = { bucket: 'calls', key: 'recordings/a b+c%.wav', versionId: 'v1' };
const opened: Listener[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recordings-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await Promise.all(opened.splice(0).map((listener) => listener.close()));
});

async function aBucket(answer: (seen: Seen) => Answer) {
  const service = await aService(answer);
  opened.push(service);
  const s3 = new S3Client({ ...loopbackClient(service.endpoint), forcePathStyle: true });
  return { recordings: s3Recordings(s3, new JumpingClock()), seen: service.seen };
}

describe('recordings in S3', () => {
  it('are downloaded in the version that the job names', async () => {
    const { recordings, seen } = await aBucket(() => ({ body: 'sound' }));
    const file = join(folder, 'recording');
    await recordings.download(recording, file, never);
    expect(await readFile(file, 'utf8')).toBe('sound');
    expect(seen[0]?.url).toContain('/calls/recordings/a%20b%2Bc%25.wav?');
    expect(seen[0]?.url).toContain('versionId=v1');
  });

  it('are GONE when that version is missing', async () => {
    const { recordings } = await aBucket(() => notFound('NoSuchVersion'));
    const download = recordings.download(recording, join(folder, 'recording'), never);
    await expect(download).rejects.toMatchObject({ name: 'RecordingRejected', code: 'GONE' });
  });

  it('do not exist behind a delete marker, whatever versions lie under it', async () => {
    const headers = { 'x-amz-delete-marker': 'true' };
    const { recordings, seen } = await aBucket(({ url }) =>
      url.includes('versionId') ? {} : { status: 404, headers },
    );
    expect(await recordings.exists(recording)).toBe(false);
    expect(seen[0]?.method).toBe('HEAD');
  });

  it('exist when S3 says so, and nothing is known when it is in trouble', async () => {
    const fine = await aBucket(() => ({}));
    expect(await fine.recordings.exists(recording)).toBe(true);
    const ill = await aBucket(() => ({ status: 503 }));
    await expect(ill.recordings.exists(recording)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 503 },
    });
  });
});

/** From a server that writes what it is given to write, and when. */
async function trickling() {
  const clock = new JumpingClock();
  let answer: ServerResponse | undefined;
  const server = await listen(async (_, response) => {
    answer = response.writeHead(200, { 'content-length': '8' });
    answer.write('half');
  });
  opened.push(server);
  const s3 = new S3Client({ ...loopbackClient(server.endpoint), forcePathStyle: true });
  const file = join(folder, 'recording');
  const ended = Promise.allSettled([s3Recordings(s3, clock).download(recording, file, never)]);
  const written = (bytes: number) =>
    until(
      `${bytes} bytes on disk`,
      () => statSync(file, { throwIfNoEntry: false })?.size === bytes,
    );
  await written(4);
  return { clock, ended, written, write: (text: string) => answer?.write(text) };
}

describe('a download', () => {
  it('tells the hash of what it wrote', async () => {
    const { recordings } = await aBucket(() => ({ body: 'sound' }));
    const sha256 = await recordings.download(recording, join(folder, 'recording'), never);
    expect(sha256).toBe(createHash('sha256').update('sound').digest('hex'));
  });

  it('fails as stalled when no byte comes for a minute', async () => {
    const { clock, ended } = await trickling();
    await clock.jump(59_999);
    expect(clock.waiting).toBe(1);
    await clock.jump(1);
    expect(await ended).toMatchObject([{ reason: { name: 'DownloadStalled' } }]);
    expect(clock.waiting).toBe(0);
  });

  it('may be slow as long as something comes', async () => {
    const { clock, ended, written, write } = await trickling();
    for (const bytes of [5, 6, 7]) {
      await clock.jump(50_000);
      write('x');
      await written(bytes);
    }
    write('x');
    expect(await ended).toMatchObject([{ status: 'fulfilled' }]);
  });
});

const notFound = (code: string): Answer => ({ status: 404, body: errorBody(code) });
