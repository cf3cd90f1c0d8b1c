import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, raw } from './given-s3.ts';

const remove = (Key: string, VersionId?: string): DeleteObjectCommand =>
  new DeleteObjectCommand({ Bucket: BUCKET, Key, VersionId });

const versionsOf = (client: S3Client, Bucket = BUCKET) =>
  client.send(new ListObjectVersionsCommand({ Bucket }));

describe('versions', () => {
  it('get a URL-safe id of 32 characters each and stay readable', async () => {
    const { put, text } = await givenS3();

    const first = await put('call.wav', 'one');
    const second = await put('call.wav', 'two');

    expect(first).toMatch(/^[\w.-]{32}$/);
    expect(second).not.toBe(first);
    expect(await text('call.wav')).toBe('two');
    expect(await text('call.wav', first)).toBe('one');
  });

  it('are listed newest first, with the latest marked', async () => {
    const { client, put } = await givenS3();
    const a1 = await put('a', '1');
    const b1 = await put('b', '1');
    const a2 = await put('a', '22');

    const { Versions = [] } = await versionsOf(client);

    expect(
      Versions.map(({ Key, VersionId, IsLatest, Size }) => [Key, VersionId, IsLatest, Size]),
    ).toEqual([
      ['a', a2, true, 2],
      ['a', a1, false, 1],
      ['b', b1, true, 1],
    ]);
  });

  it('are listed in pages that neither lose nor repeat one', async () => {
    const { client, put } = await givenS3();
    const written = [];
    for (const key of ['a', 'a', 'a', 'b', 'b', 'c']) written.push(await put(key, key));

    const listed = [];
    let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
    for (let pages = 0; pages < 10; pages++) {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket: BUCKET, MaxKeys: 2, ...marker }),
      );
      listed.push(...(page.Versions ?? []).map(({ VersionId }) => VersionId));
      if (page.IsTruncated !== true) break;
      marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }

    expect(listed).toHaveLength(written.length);
    expect(new Set(listed)).toEqual(new Set(written));
  });

  it('answers NoSuchVersion for a version that is not there', async () => {
    const { client, put } = await givenS3();
    await put('call.wav', 'one');

    const command = new GetObjectCommand({ Bucket: BUCKET, Key: 'call.wav', VersionId: 'nosuch' });

    await expect(client.send(command)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });
});

describe('a delete', () => {
  it('hides the key under a marker and says so', async () => {
    const { client, put, text, s3 } = await givenS3();
    const version = await put('call.wav', 'one');

    const deleted = await client.send(remove('call.wav'));

    expect(deleted.DeleteMarker).toBe(true);
    const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'call.wav' });
    await expect(client.send(get)).rejects.toMatchObject({ name: 'NoSuchKey' });
    const answer = await raw(s3.endpoint, 'GET', `/${BUCKET}/call.wav`);
    expect(answer.headers['x-amz-delete-marker']).toBe('true');
    expect(answer.headers['x-amz-version-id']).toBe(deleted.VersionId);
    expect(await text('call.wav', version)).toBe('one');
    const { DeleteMarkers = [] } = await versionsOf(client);
    expect(DeleteMarkers.map(({ VersionId }) => VersionId)).toEqual([deleted.VersionId]);
  });

  it('is undone by deleting its marker', async () => {
    const { client, put, text } = await givenS3();
    await put('call.wav', 'one');
    const { VersionId } = await client.send(remove('call.wav'));

    const undone = await client.send(remove('call.wav', VersionId));

    expect(undone).toMatchObject({ DeleteMarker: true, VersionId });
    expect(await text('call.wav')).toBe('one');
  });

  it('of a version is final and brings the one before it back', async () => {
    const { client, put, text } = await givenS3();
    await put('call.wav', 'one');
    const second = await put('call.wav', 'two');

    await client.send(remove('call.wav', second));

    expect(await text('call.wav')).toBe('one');
    await expect(text('call.wav', second)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('leaves a marker that by its own id can only be deleted', async () => {
    const { client, put } = await givenS3();
    await put('call.wav', 'one');
    const { VersionId } = await client.send(remove('call.wav'));

    const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'call.wav', VersionId });

    await expect(client.send(get)).rejects.toMatchObject({ name: 'MethodNotAllowed' });
  });

  it('of many keys and versions at once reports on each', async () => {
    const { client, put } = await givenS3();
    const version = await put('a', 'one');
    await put('b', 'one');
    const Objects = [{ Key: 'a', VersionId: version }, { Key: 'b' }, { Key: 'k'.repeat(1025) }];

    const { Deleted = [], Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }),
    );

    expect(
      Deleted.map(({ Key, VersionId, DeleteMarker }) => [Key, VersionId, DeleteMarker]),
    ).toEqual([
      ['a', version, undefined],
      ['b', undefined, true],
    ]);
    expect(Errors.map(({ Code }) => Code)).toEqual(['KeyTooLongError']);
    const { Versions = [] } = await versionsOf(client);
    expect(Versions.map(({ Key }) => Key)).toEqual(['b']);
  });

  it('of many keys is silent on success when asked to be', async () => {
    const { client, put } = await givenS3();
    await put('a', 'one');
    const Delete = { Objects: [{ Key: 'a' }], Quiet: true };

    const { Deleted } = await client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete }));

    expect(Deleted).toBeUndefined();
  });
});

describe('a bucket without versioning', () => {
  const plain = 'plain-bucket';

  it('keeps one object a key and forgets what is deleted', async () => {
    const { client } = await givenS3();
    await client.send(new CreateBucketCommand({ Bucket: plain }));
    await client.send(new PutObjectCommand({ Bucket: plain, Key: 'k', Body: 'one' }));

    const put = await client.send(new PutObjectCommand({ Bucket: plain, Key: 'k', Body: 'two' }));

    expect(put.VersionId).toBeUndefined();
    expect((await versionsOf(client, plain)).Versions).toHaveLength(1);
    await client.send(new DeleteObjectCommand({ Bucket: plain, Key: 'k' }));
    const { Versions, DeleteMarkers } = await versionsOf(client, plain);
    expect([Versions, DeleteMarkers]).toEqual([undefined, undefined]);
  });

  it('starts to keep versions when it is told to; what it held is version null', async () => {
    const { client } = await givenS3();
    await client.send(new CreateBucketCommand({ Bucket: plain }));
    await client.send(new PutObjectCommand({ Bucket: plain, Key: 'k', Body: 'one' }));

    await client.send(
      new PutBucketVersioningCommand({
        Bucket: plain,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
    await client.send(new PutObjectCommand({ Bucket: plain, Key: 'k', Body: 'two' }));

    const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: plain }));
    expect(Status).toBe('Enabled');
    const head = new HeadObjectCommand({ Bucket: plain, Key: 'k', VersionId: 'null' });
    expect((await client.send(head)).ContentLength).toBe(3);
    expect((await versionsOf(client, plain)).Versions).toHaveLength(2);
  });

  it('with versioning suspended writes and hides version null alone', async () => {
    const { client, put } = await givenS3();
    const kept = await put('k', 'kept');
    await client.send(
      new PutBucketVersioningCommand({
        Bucket: BUCKET,
        VersioningConfiguration: { Status: 'Suspended' },
      }),
    );

    await put('k', 'one');
    await put('k', 'two');
    await client.send(remove('k'));

    const { Versions = [], DeleteMarkers = [] } = await versionsOf(client);
    expect(Versions.map(({ VersionId }) => VersionId)).toEqual([kept]);
    expect(DeleteMarkers.map(({ VersionId }) => VersionId)).toEqual(['null']);
  });
});
