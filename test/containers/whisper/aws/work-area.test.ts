import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { s3WorkArea } from '../../../../containers/whisper/src/aws/work-area.ts';
import { openCheckpoint } from '../../../../containers/whisper/src/checkpoint/checkpoint.ts';
import { jsonLog } from '../../../../containers/whisper/src/log.ts';
import type { Listener } from '../../../../local/services/http.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';
import { BUCKET, givenS3 } from '../../../local/services/s3/given-s3.ts';
import { aService, errorBody, loopbackClient, type Answer, type Seen } from './loopback.ts';

const never = new AbortController().signal;
const opened: Listener[] = [];

afterEach(() => Promise.all(opened.splice(0).map((listener) => listener.close())));

async function aBucket(answer: (seen: Seen) => Answer) {
  const service = await aService(answer);
  opened.push(service);
  const s3 = new S3Client({ ...loopbackClient(service.endpoint), forcePathStyle: true });
  return { work: s3WorkArea(s3, 'results'), seen: service.seen };
}

const versioned = (versionId: string): Answer => ({ headers: { 'x-amz-version-id': versionId } });

describe('a result in S3', () => {
  it('is written only if there is none', async () => {
    const { work, seen } = await aBucket(() => versioned('r1'));
    const reference = await work.writeOnce('work/1.json', '{}');
    expect(reference).toEqual({ bucket: 'results', key: 'work/1.json', versionId: 'r1' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'PUT', headers: { 'if-none-match': '*' } });
  });

  it('is the one that is there when another worker was first', async () => {
    const { work } = await aBucket(({ method }) =>
      method === 'PUT'
        ? { status: 412, body: errorBody('PreconditionFailed') }
        : versioned('theirs'),
    );
    expect(await work.writeOnce('work/1.json', '{}')).toEqual({
      bucket: 'results',
      key: 'work/1.json',
      versionId: 'theirs',
    });
  });

  it('is not found, and not read, before it is written', async () => {
    const { work } = await aBucket(({ method }) =>
      method === 'HEAD' ? { status: 404 } : { status: 404, body: errorBody('NoSuchKey') },
    );
    expect(await work.find('work/1.json')).toBeUndefined();
    expect(await work.read({ bucket: 'results', key: 'work/1.json' })).toBeUndefined();
  });

  it('is listed by its prefix', async () => {
    const contents = ['work/a/1.json', 'work/a/2.json'].map(
      (key) => `<Contents><Key>${key}</Key></Contents>`,
    );
    const body = `<ListBucketResult>${contents.join('')}</ListBucketResult>`;
    const { work, seen } = await aBucket(() => ({ body }));
    expect(await work.list('work/a/')).toEqual(['work/a/1.json', 'work/a/2.json']);
    expect(seen[0]?.url).toContain('prefix=work%2Fa%2F');
  });
});

describe('what is replaced in S3', () => {
  it('is written on no condition and erased in its version', async () => {
    const { work, seen } = await aBucket(() => versioned('r2'));
    const stored = await work.write('work/1.json', '{}', never);
    await work.erase(stored);
    expect(seen[0]?.headers['if-none-match']).toBeUndefined();
    expect(seen[1]).toMatchObject({ method: 'DELETE' });
    expect(seen[1]?.url).toContain('versionId=r2');
  });
});

describe('a checkpoint in a bucket that keeps versions', () => {
  const key = 'work/call-1/scripted-1/2.checkpoint.json';
  const silent = jsonLog(new JumpingClock(), () => {});

  it('is there in one version alone, then in none', async () => {
    const { client, clock } = await givenS3();
    const parts = { work: s3WorkArea(client, BUCKET), clock, log: silent };
    const versions = async () => {
      const listed = new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: 'work/' });
      const { Versions = [], DeleteMarkers = [] } = await client.send(listed);
      return [...Versions, ...DeleteMarkers].length;
    };
    const first = await openCheckpoint(key, parts);
    for (const part of ['one', 'two']) {
      first.keep(part, { text: part });
      await first.save();
      expect(await versions()).toBe(1);
    }
    const second = await openCheckpoint(key, parts);
    expect([second.find('one'), second.find('two')]).toEqual([{ text: 'one' }, { text: 'two' }]);
    second.keep('three', { text: 'three' });
    await second.save();
    expect(await versions()).toBe(1);
    await second.discard();
    expect(await versions()).toBe(0);
  });
});
