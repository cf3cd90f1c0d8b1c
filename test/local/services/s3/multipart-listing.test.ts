import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type ListMultipartUploadsCommandInput,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, raw, temporaryDirectory, type GivenS3 } from './given-s3.ts';
import { givenUpload } from './given-upload.ts';

const uploadsOf = ({ client }: GivenS3, more: Partial<ListMultipartUploadsCommandInput> = {}) =>
  client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET, ...more }));

describe('a list of parts', () => {
  it('has size and entity tag of each, by number, in pages', async () => {
    const { client, clock } = await givenS3();
    const upload = await givenUpload(client, 'k');
    for (const number of [10, 2, 1]) await upload.send(number, Buffer.from('a'.repeat(number)));
    const target = { Bucket: BUCKET, Key: 'k', UploadId: upload.uploadId, MaxParts: 2 };

    const first = await client.send(new ListPartsCommand(target));
    const PartNumberMarker = first.NextPartNumberMarker;
    const rest = await client.send(new ListPartsCommand({ ...target, PartNumberMarker }));

    expect(first.Parts?.[0]).toMatchObject({
      PartNumber: 1,
      Size: 1,
      ETag: '"0cc175b9c0f1b6a831c399e269772661"',
      LastModified: new Date(clock.now()),
    });
    expect(first.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([1, 2]);
    expect([first.IsTruncated, rest.IsTruncated]).toEqual([true, false]);
    expect(rest.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([[10, 10]]);
  });

  it.each(['max-parts=x', 'part-number-marker=-1'])('is refused with %s', async (parameter) => {
    const { client, s3 } = await givenS3();
    const { uploadId } = await givenUpload(client, 'k');

    const answer = await raw(s3.endpoint, 'GET', `/${BUCKET}/k?uploadId=${uploadId}&${parameter}`);

    expect(answer.body).toContain('<Code>InvalidArgument</Code>');
  });
});

describe('a list of uploads', () => {
  it('is by key and start, narrows to a prefix and groups by a delimiter', async () => {
    const given = await givenS3();
    const { uploadId: b } = await givenUpload(given.client, 'r/b');
    const { uploadId: a1 } = await givenUpload(given.client, 'r/a');
    const { uploadId: a2 } = await givenUpload(given.client, 'r/a');
    await givenUpload(given.client, 'r/x/1');
    await givenUpload(given.client, 'r/x/2');
    await givenUpload(given.client, 's');

    const { Uploads = [], CommonPrefixes } = await uploadsOf(given, {
      Prefix: 'r/',
      Delimiter: '/',
    });

    expect(Uploads.map(({ Key, UploadId }) => [Key, UploadId])).toEqual([
      ['r/a', a1],
      ['r/a', a2],
      ['r/b', b],
    ]);
    expect(Uploads[0]?.Initiated).toEqual(new Date(given.clock.now()));
    expect(CommonPrefixes).toEqual([{ Prefix: 'r/x/' }]);
  });

  it('comes in pages that neither lose nor repeat one', async () => {
    const given = await givenS3();
    const opened: string[] = [];
    for (const key of ['a', 'a', 'a', 'b/1', 'b/2', 'é']) {
      opened.push((await givenUpload(given.client, key)).uploadId);
    }

    const listed: (string | undefined)[] = [];
    let marker: Partial<ListMultipartUploadsCommandInput> = {};
    for (let pages = 0; pages < 10; pages++) {
      const page = await uploadsOf(given, { MaxUploads: 2, ...marker });
      listed.push(...(page.Uploads ?? []).map(({ UploadId }) => UploadId));
      if (page.IsTruncated !== true) break;
      marker = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
    }

    expect(listed).toEqual(opened);
  });
});

describe('after a restart, an upload', () => {
  it('is listed, goes on and completes', async () => {
    const directory = await temporaryDirectory();
    const before = await givenS3({ directory });
    const upload = await givenUpload(before.client, 'k', { Metadata: { queue: 'q' } });
    const part = await upload.send(1, Buffer.from('audio'));
    await before.s3.close();

    const after = await givenS3({ directory });
    const { Uploads = [] } = await uploadsOf(after);
    const same = await after.client.send(
      new ListPartsCommand({ Bucket: BUCKET, Key: 'k', UploadId: upload.uploadId }),
    );

    expect(Uploads.map(({ UploadId }) => UploadId)).toEqual([upload.uploadId]);
    expect(same.Parts).toMatchObject([{ PartNumber: 1, ETag: part.ETag }]);
    const list = `<Part><PartNumber>1</PartNumber><ETag>${part.ETag}</ETag><ChecksumCRC32>${part.ChecksumCRC32}</ChecksumCRC32></Part>`;
    const path = `/${BUCKET}/k?uploadId=${upload.uploadId}`;
    const body = `<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`;
    expect((await raw(after.s3.endpoint, 'POST', path, {}, body)).status).toBe(200);
    expect(await after.text('k')).toBe('audio');
    expect(after.events).toHaveLength(1);
  });

  it('can be aborted', async () => {
    const directory = await temporaryDirectory();
    const before = await givenS3({ directory });
    const { uploadId: UploadId } = await givenUpload(before.client, 'k');
    await before.s3.close();

    const after = await givenS3({ directory });
    const target = { Bucket: BUCKET, Key: 'k', UploadId };
    await after.client.send(new AbortMultipartUploadCommand(target));

    expect((await uploadsOf(after)).Uploads).toBeUndefined();
    expect(await readdir(join(directory, 'buckets', BUCKET, 'uploads'))).toEqual([]);
  });

  it('has whole parts only: what a kill left is gone', async () => {
    const directory = await temporaryDirectory();
    const before = await givenS3({ directory });
    const upload = await givenUpload(before.client, 'k');
    await upload.send(1, Buffer.from('audio'));
    await before.s3.close();
    const uploads = join(directory, 'buckets', BUCKET, 'uploads');
    // Killed between moving a part's bytes and describing them, and while an upload was opened.
    await writeFile(join(uploads, upload.uploadId, 'stray'), 'bytes');
    await mkdir(join(uploads, 'nothing'));

    const after = await givenS3({ directory });

    expect(await readdir(uploads)).toEqual([upload.uploadId]);
    const files = await readdir(join(uploads, upload.uploadId));
    expect(files).toHaveLength(3);
    expect(files).not.toContain('stray');
    expect((await uploadsOf(after)).Uploads).toHaveLength(1);
  });
});
