import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  type CopyObjectCommandInput,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, type GivenS3 } from './given-s3.ts';
import { givenUpload, partBytes } from './given-upload.ts';

/** Copies within the bucket; the source is encoded as the SDK asks its callers to. */
const copy = (
  { client }: GivenS3,
  source: string,
  Key: string,
  more: Partial<CopyObjectCommandInput> = {},
) => {
  const CopySource = `${BUCKET}/${source.split('/').map(encodeURIComponent).join('/')}`;
  return client.send(new CopyObjectCommand({ Bucket: BUCKET, Key, CopySource, ...more }));
};

const head = ({ client }: GivenS3, Key: string) =>
  client.send(new HeadObjectCommand({ Bucket: BUCKET, Key, ChecksumMode: 'ENABLED' }));

describe('a copy', () => {
  it('has bytes, type, metadata and checksum of its source, and is an event of its own', async () => {
    const given = await givenS3();
    const source = await given.put('one.wav', 'audio', {
      ContentType: 'audio/wav',
      Metadata: { queue: 'q' },
      ChecksumAlgorithm: 'SHA256',
    });

    const copied = await copy(given, 'one.wav', 'two.wav');

    expect(await given.text('two.wav')).toBe('audio');
    const [before, after] = [await head(given, 'one.wav'), await head(given, 'two.wav')];
    expect(after).toMatchObject({
      ContentType: 'audio/wav',
      Metadata: { queue: 'q' },
      ChecksumSHA256: before.ChecksumSHA256,
      VersionId: copied.VersionId,
    });
    expect(copied.CopySourceVersionId).toBe(source);
    expect(copied.CopyObjectResult).toMatchObject({
      ETag: before.ETag,
      LastModified: new Date(given.clock.now()),
    });
    expect(given.events[1]?.detail).toMatchObject({
      reason: 'CopyObject',
      object: { key: 'two.wav', size: 5, 'version-id': copied.VersionId },
    });
  });

  it.each([
    'مكالمة العميل.wav',
    'a+b.wav',
    '100% sure%20.wav',
    'what?versionId=x.wav',
    'a//b/../c d.wav',
  ])('finds its source by its encoded key: %s', async (key) => {
    const given = await givenS3();
    await given.put(key, 'audio');

    await copy(given, key, 'copy');

    expect(await given.text('copy')).toBe('audio');
  });

  it('may name its source with a leading slash, raw, and by version', async () => {
    const given = await givenS3();
    const first = await given.put('a+b/c.wav', 'first');
    await given.put('a+b/c.wav', 'second');

    await copy(given, '', 'newest', { CopySource: `/${BUCKET}/a+b/c.wav` });
    await copy(given, '', 'older', { CopySource: `${BUCKET}/a%2Bb/c.wav?versionId=${first}` });

    expect(await given.text('newest')).toBe('second');
    expect(await given.text('older')).toBe('first');
  });

  it('brings an older version back when it goes over its own key', async () => {
    const given = await givenS3();
    const first = await given.put('k', 'first');
    await given.put('k', 'second');

    await copy(given, '', 'k', { CopySource: `${BUCKET}/k?versionId=${first}` });

    expect(await given.text('k')).toBe('first');
  });

  it('has other metadata when it says so, also over its own key', async () => {
    const given = await givenS3();
    await given.put('k', 'audio', {
      ContentType: 'audio/wav',
      Metadata: { queue: 'q', agent: 'a' },
    });

    await copy(given, 'k', 'k', { MetadataDirective: 'REPLACE', Metadata: { queue: 'other' } });

    const { Metadata, ContentType } = await head(given, 'k');
    expect([Metadata, ContentType]).toEqual([{ queue: 'other' }, 'binary/octet-stream']);
    await expect(copy(given, 'k', 'k')).rejects.toMatchObject({ name: 'InvalidRequest' });
  });

  it('knows two directives for metadata', async () => {
    const given = await givenS3();
    await given.put('k', 'audio');
    const MetadataDirective = 'KEEP' as 'COPY';

    await expect(copy(given, 'k', 'copy', { MetadataDirective })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
  });

  it('of an object that came in parts has the plain entity tag of its bytes', async () => {
    const given = await givenS3();
    const upload = await givenUpload(given.client, 'parts');
    await upload.complete([
      await upload.send(1, partBytes(1)),
      await upload.send(2, partBytes(2, 1)),
    ]);

    await copy(given, 'parts', 'whole');

    expect((await head(given, 'parts')).ETag).toMatch(/^"[\da-f]{32}-2"$/);
    expect((await head(given, 'whole')).ETag).toMatch(/^"[\da-f]{32}"$/);
  });

  it('is written on the condition that nothing is in the way', async () => {
    const given = await givenS3();
    await given.put('one', 'one');
    await given.put('two', 'two');

    await expect(copy(given, 'one', 'two', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });

    expect(await given.text('two')).toBe('two');
    expect(await readdir(join(given.directory, 'incoming'))).toEqual([]);
  });

  it('is taken on conditions for its source', async () => {
    const given = await givenS3();
    await given.put('one', 'one');
    const { ETag } = await head(given, 'one');
    const later = new Date(given.clock.now() + 60_000);

    for (const condition of [
      { CopySourceIfMatch: '"other"' },
      { CopySourceIfNoneMatch: ETag },
      { CopySourceIfModifiedSince: later },
    ]) {
      await expect(copy(given, 'one', 'two', condition)).rejects.toMatchObject({
        name: 'PreconditionFailed',
      });
    }
    await copy(given, 'one', 'two', {
      CopySourceIfMatch: ETag,
      CopySourceIfUnmodifiedSince: later,
    });
  });

  it('is refused when its source is not there', async () => {
    const given = await givenS3();
    await given.put('gone', 'audio');
    const { VersionId } = await given.client.send(
      new DeleteObjectCommand({ Bucket: BUCKET, Key: 'gone' }),
    );
    const cases = [
      ['missing/k', 'NoSuchBucket'],
      [`${BUCKET}/missing`, 'NoSuchKey'],
      [`${BUCKET}/gone`, 'NoSuchKey'],
      [`${BUCKET}/gone?versionId=nosuch`, 'NoSuchVersion'],
      [`${BUCKET}/gone?versionId=${VersionId}`, 'InvalidRequest'],
      [BUCKET, 'InvalidArgument'],
      [`${BUCKET}/`, 'InvalidArgument'],
      [`${BUCKET}/%FF`, 'InvalidArgument'],
    ] as const;

    for (const [CopySource, name] of cases) {
      await expect(copy(given, '', 'copy', { CopySource })).rejects.toMatchObject({ name });
    }
    expect(given.events).toHaveLength(1);
  });
});
