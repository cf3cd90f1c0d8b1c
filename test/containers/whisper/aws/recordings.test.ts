import { S3Client } from '@aws-sdk/client-s3';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Recordings } from '../../../../containers/whisper/src/aws/recordings.ts';
import type { Listener } from '../../../../local/services/http.ts';
import { aService, loopbackClient, type Answer, type Seen } from './loopback.ts';

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
  return { recordings: s3Recordings(s3, 'results'), seen: service.seen };
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

describe('results in S3', () => {
  it('are written only if there is none', async () => {
    const { recordings, seen } = await aBucket(() => ({ headers: { 'x-amz-version-id': 'r1' } }));
    const reference = await recordings.storeResult('work/1.json', '{}');
    expect(reference).toEqual({ bucket: 'results', key: 'work/1.json', versionId: 'r1' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'PUT', headers: { 'if-none-match': '*' } });
  });

  it('are the one that is there when another worker was first', async () => {
    const { recordings } = await aBucket(({ method }) =>
      method === 'PUT'
        ? { status: 412, body: errorBody('PreconditionFailed') }
        : { headers: { 'x-amz-version-id': 'theirs' } },
    );
    expect(await recordings.storeResult('work/1.json', '{}')).toEqual({
      bucket: 'results',
      key: 'work/1.json',
      versionId: 'theirs',
    });
  });

  it('are not found before they are written', async () => {
    const { recordings } = await aBucket(() => ({ status: 404 }));
    expect(await recordings.findResult('work/1.json')).toBeUndefined();
  });
});

const notFound = (code: string): Answer => ({ status: 404, body: errorBody(code) });

const errorBody = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;
