import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, raw } from './given-s3.ts';
import { givenAwsCli, type GivenAwsCli } from './given-aws-cli.ts';
import { partBytes } from './given-upload.ts';

const MEBIBYTE = 2 ** 20;
const ARABIC = 'مكالمة + 100%.wav';

const reasons = ({ events }: GivenAwsCli): unknown[] =>
  events.map(({ detail }) => [detail.reason, detail.object.key]);

const json = async <T>(text: Promise<string>): Promise<T> => JSON.parse(await text) as T;

describe('aws s3 cp', () => {
  it('copies a recording there and back, with its metadata', async () => {
    const given = await givenAwsCli();
    await writeFile(join(given.folder, 'call.wav'), 'audio');
    const address = `s3://${BUCKET}/recordings/${ARABIC}`;

    await given.aws('s3', 'cp', 'call.wav', address, '--metadata', 'agent-id=a-17,language=ar');
    await given.aws('s3', 'cp', address, 'back.wav');

    expect(await readFile(join(given.folder, 'back.wav'), 'utf8')).toBe('audio');
    expect(reasons(given)).toEqual([['PutObject', `recordings/${ARABIC}`]]);
    const head = await given.client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: `recordings/${ARABIC}` }),
    );
    expect(head).toMatchObject({
      ContentType: 'audio/x-wav',
      Metadata: { 'agent-id': 'a-17', language: 'ar' },
    });
  });

  it('copies a long one in parts, there, within and back: one event each', async () => {
    const given = await givenAwsCli();
    const long = partBytes(1, 20 * MEBIBYTE + 1);
    await writeFile(join(given.folder, 'long.wav'), long);
    const [first, second] = [`s3://${BUCKET}/long.wav`, `s3://${BUCKET}/second long.wav`];

    await given.aws('s3', 'cp', 'long.wav', first, '--metadata', 'queue=q');
    await given.aws('s3', 'cp', first, second);
    await given.aws('s3', 'cp', second, 'back.wav');

    expect((await readFile(join(given.folder, 'back.wav'))).equals(long)).toBe(true);
    expect(reasons(given)).toEqual([
      ['CompleteMultipartUpload', 'long.wav'],
      ['CompleteMultipartUpload', 'second long.wav'],
    ]);
    const head = await given.client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'second long.wav' }),
    );
    expect(head.ETag).toMatch(/-3"$/);
    expect(head.Metadata).toEqual({ queue: 'q' });
  });

  it('says which bucket is not there', async () => {
    const given = await givenAwsCli();
    await writeFile(join(given.folder, 'call.wav'), 'audio');

    const { status, stderr } = await given.run('s3', 'cp', 'call.wav', 's3://missing/call.wav');

    expect(status).toBe(1);
    expect(stderr).toContain('(NoSuchBucket)');
  });
});

describe('aws s3', () => {
  it('ls lists keys and folders', async () => {
    const given = await givenAwsCli();
    await given.put(`recordings/${ARABIC}`, 'audio');
    await given.put('recordings/2026/call.wav', 'audio');

    const [listed, buckets] = await Promise.all([
      given.aws('s3', 'ls', `s3://${BUCKET}/recordings/`),
      given.aws('s3', 'ls'),
    ]);

    const lines = listed.trim().split('\n');
    expect(lines[0]?.trim()).toBe('PRE 2026/');
    expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +5 /);
    expect(lines[1]?.endsWith(` ${ARABIC}`)).toBe(true);
    expect(buckets).toContain(BUCKET);
  });

  it('sync brings what is new, and takes away what is gone', async () => {
    const given = await givenAwsCli();
    const folder = join(given.folder, 'calls');
    await mkdir(join(folder, 'today'), { recursive: true });
    await writeFile(join(folder, ARABIC), 'one');
    await writeFile(join(folder, 'today', 'b.wav'), 'two');
    await given.put('calls/old.wav', 'old');
    const address = `s3://${BUCKET}/calls`;

    await given.aws('s3', 'sync', 'calls', address, '--delete');
    const again = await given.aws('s3', 'sync', 'calls', address, '--delete');
    await given.aws('s3', 'sync', address, 'back');

    expect(again).toBe('');
    expect(given.events).toHaveLength(3);
    expect((await readdir(join(given.folder, 'back'), { recursive: true })).sort()).toEqual([
      'today',
      'today/b.wav',
      ARABIC,
    ]);
  });

  it('mv moves within a bucket, rm removes one or all', async () => {
    const given = await givenAwsCli();
    for (const key of [ARABIC, 'a/1', 'a/2', 'b']) await given.put(key, key);

    await given.aws('s3', 'mv', `s3://${BUCKET}/${ARABIC}`, `s3://${BUCKET}/moved/${ARABIC}`);
    await Promise.all([
      given.aws('s3', 'rm', `s3://${BUCKET}/b`),
      given.aws('s3', 'rm', `s3://${BUCKET}/a/`, '--recursive'),
    ]);

    const listed = await given.aws('s3', 'ls', `s3://${BUCKET}/`, '--recursive');
    expect(listed.trim().split('\n')).toHaveLength(1);
    expect(await given.text(`moved/${ARABIC}`)).toBe(ARABIC);
    expect(reasons(given).at(-1)).toEqual(['CopyObject', `moved/${ARABIC}`]);
  });

  it('presign makes a URL that anything can fetch', async () => {
    const given = await givenAwsCli();
    await given.put(ARABIC, 'audio');

    const address = `s3://${BUCKET}/${ARABIC}`;
    const url = new URL((await given.aws('s3', 'presign', address, '--expires-in', '60')).trim());

    const answer = await raw(url.origin, 'GET', url.pathname + url.search);
    expect([answer.status, answer.body]).toEqual([200, 'audio']);
    url.searchParams.set('X-Amz-Date', '20200101T000000Z');
    const expired = await raw(url.origin, 'GET', url.pathname + url.search);
    expect(expired.body).toContain('Request has expired');
  });

  it('mb makes a bucket in its region, rb removes it when it is empty', async () => {
    const given = await givenAwsCli();

    await given.aws('s3', 'mb', 's3://another');
    const location = await given.aws('s3api', 'get-bucket-location', '--bucket', 'another');
    await given.put('k', 'audio');
    const [, refused] = await Promise.all([
      given.aws('s3', 'rb', 's3://another'),
      given.run('s3', 'rb', `s3://${BUCKET}`),
    ]);

    expect(location).toContain('eu-central-1');
    expect(refused.stderr).toContain('(BucketNotEmpty)');
    expect((await raw(given.s3.endpoint, 'HEAD', '/another')).status).toBe(404);
  });
});

describe('aws s3api', () => {
  const target = ['--bucket', BUCKET, '--key', ARABIC];

  it('puts an object, heads it, and gets a range of it', async () => {
    const given = await givenAwsCli();
    await writeFile(join(given.folder, 'call.wav'), 'audio');

    await given.aws(
      's3api',
      'put-object',
      ...target,
      '--body',
      'call.wav',
      '--metadata',
      'queue=q',
    );
    const [head, got] = await Promise.all([
      json(given.aws('s3api', 'head-object', ...target)),
      json(given.aws('s3api', 'get-object', ...target, '--range', 'bytes=1-3', 'part.wav')),
    ]);

    expect(head).toMatchObject({ ContentLength: 5, Metadata: { queue: 'q' } });
    expect(got).toMatchObject({ ContentRange: 'bytes 1-3/5' });
    expect(await readFile(join(given.folder, 'part.wav'), 'utf8')).toBe('udi');
  });

  it('lists versions and gets one of them', async () => {
    const given = await givenAwsCli();
    const first = await given.put(ARABIC, 'first');
    const second = await given.put(ARABIC, 'second');
    await given.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: ARABIC }));

    const listed = await json<{ Versions: object[]; DeleteMarkers: object[] }>(
      given.aws('s3api', 'list-object-versions', '--bucket', BUCKET),
    );
    await given.aws('s3api', 'get-object', ...target, '--version-id', first, 'first.wav');

    expect(listed.Versions).toMatchObject([
      { Key: ARABIC, VersionId: second },
      { Key: ARABIC, VersionId: first },
    ]);
    expect(listed.DeleteMarkers).toMatchObject([{ Key: ARABIC, IsLatest: true }]);
    expect(await readFile(join(given.folder, 'first.wav'), 'utf8')).toBe('first');
  });

  it('drives a multipart upload step by step', async () => {
    const given = await givenAwsCli();
    await writeFile(join(given.folder, 'part'), 'audio');

    const { UploadId } = await json<{ UploadId: string }>(
      given.aws('s3api', 'create-multipart-upload', ...target),
    );
    const upload = [...target, '--upload-id', UploadId];
    const number = ['--part-number', '1'];
    const { ETag } = await json<{ ETag: string }>(
      given.aws('s3api', 'upload-part', ...upload, ...number, '--body', 'part'),
    );
    const [parts, uploads] = await Promise.all([
      json(given.aws('s3api', 'list-parts', ...upload)),
      json(given.aws('s3api', 'list-multipart-uploads', '--bucket', BUCKET)),
    ]);
    const list = JSON.stringify({ Parts: [{ PartNumber: 1, ETag }] });
    await given.aws('s3api', 'complete-multipart-upload', ...upload, '--multipart-upload', list);
    const late = await given.run('s3api', 'abort-multipart-upload', ...upload);

    expect(parts).toMatchObject({ Parts: [{ PartNumber: 1, Size: 5, ETag }] });
    expect(uploads).toMatchObject({ Uploads: [{ Key: ARABIC, UploadId }] });
    expect(await given.text(ARABIC)).toBe('audio');
    expect(late.status).toBe(254);
    expect(late.stderr).toContain('(NoSuchUpload)');
  });

  it('lists page by page, the old way and the new', async () => {
    const given = await givenAwsCli();
    for (const key of ['a', 'b', 'c']) await given.put(key, key);
    const query = ['--bucket', BUCKET, '--page-size', '2', '--query', 'Contents[].Key'];

    const listings = await Promise.all([
      json(given.aws('s3api', 'list-objects', ...query)),
      json(given.aws('s3api', 'list-objects-v2', ...query)),
    ]);

    expect(listings).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('copies with other metadata and deletes many at once', async () => {
    const given = await givenAwsCli();
    await given.put('a', 'audio', { Metadata: { queue: 'q' } });
    const copy = ['--bucket', BUCKET, '--key', 'b', '--copy-source', `${BUCKET}/a`];
    const doomed = JSON.stringify({ Objects: [{ Key: 'a' }, { Key: ARABIC }], Quiet: true });

    const replaced = ['--metadata-directive', 'REPLACE', '--metadata', 'queue=other'];
    await given.aws('s3api', 'copy-object', ...copy, ...replaced);
    const deleted = await given.aws(
      's3api',
      'delete-objects',
      '--bucket',
      BUCKET,
      '--delete',
      doomed,
    );

    const head = await given.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'b' }));
    expect(head.Metadata).toEqual({ queue: 'other' });
    expect(deleted.trim()).toBe('');
    await expect(given.text('a')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});
