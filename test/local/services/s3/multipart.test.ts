import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { CHECKSUMS } from '../../../../local/services/s3/body/digests.ts';
import { settle } from '../../../support/jumping-clock.ts';
import { BUCKET, givenS3, raw, type GivenS3 } from './given-s3.ts';
import { givenUpload, partBytes, SMALLEST_PART } from './given-upload.ts';

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();

async function stored({ client }: GivenS3, Key: string): Promise<Buffer> {
  const answer = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
}

/** Files of uploads and of bodies on their way. */
async function leftovers({ directory }: GivenS3): Promise<string[]> {
  const uploads = await readdir(join(directory, 'buckets', BUCKET, 'uploads'));
  const incoming = await readdir(join(directory, 'incoming'));
  return [...uploads, ...incoming];
}

describe('a multipart upload', () => {
  it('becomes one object with the description that its start gave', async () => {
    const given = await givenS3();
    const upload = await givenUpload(given.client, 'مكالمة طويلة.wav', {
      ContentType: 'audio/wav',
      Metadata: { 'agent-id': 'a-17' },
    });
    const bytes = [partBytes(1), partBytes(2), partBytes(3, 100)];

    const parts: CompletedPart[] = [];
    for (const [index, part] of bytes.entries()) parts.push(await upload.send(index + 1, part));
    const completed = await upload.complete(parts);

    expect((await stored(given, upload.key)).equals(Buffer.concat(bytes))).toBe(true);
    const head = await given.client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: upload.key }),
    );
    expect(head).toMatchObject({
      ContentType: 'audio/wav',
      Metadata: { 'agent-id': 'a-17' },
      ContentLength: 2 * SMALLEST_PART + 100,
      VersionId: completed.VersionId,
    });
    const etag = `"${md5(Buffer.concat(bytes.map(md5))).toString('hex')}-3"`;
    expect([completed.ETag, head.ETag]).toEqual([etag, etag]);
    expect(await leftovers(given)).toEqual([]);
  });

  it('is one event, with the reason of its own', async () => {
    const { client, events } = await givenS3();
    const upload = await givenUpload(client, 'call.wav');
    const part = await upload.send(1, partBytes(1));
    expect(events).toEqual([]);

    const { VersionId } = await upload.complete([part]);

    expect(events.map(({ detail }) => detail)).toMatchObject([
      {
        reason: 'CompleteMultipartUpload',
        object: { key: 'call.wav', size: SMALLEST_PART, 'version-id': VersionId },
      },
    ]);
  });

  it('may have parts sent in any order and left out at the end', async () => {
    const given = await givenS3();
    const upload = await givenUpload(given.client, 'k');
    const last = await upload.send(7, partBytes(7, 10));
    const first = await upload.send(3, partBytes(3));
    await upload.send(5, partBytes(5));

    await upload.complete([first, last]);

    const expected = Buffer.concat([partBytes(3), partBytes(7, 10)]);
    expect((await stored(given, 'k')).equals(expected)).toBe(true);
  });

  it('takes a part that is sent again in place of the first', async () => {
    const given = await givenS3();
    const upload = await givenUpload(given.client, 'k');
    const first = await upload.send(1, Buffer.from('first'));

    const second = await upload.send(1, Buffer.from('second'));

    const folder = join(given.directory, 'buckets', BUCKET, 'uploads', upload.uploadId);
    expect(await readdir(folder)).toHaveLength(3);
    await expect(upload.complete([first])).rejects.toMatchObject({ name: 'InvalidPart' });
    await upload.complete([second]);
    expect((await stored(given, 'k')).toString()).toBe('second');
    expect(await leftovers(given)).toEqual([]);
  });

  it('takes parts from an object that is there, whole or a range of it', async () => {
    const given = await givenS3();
    const source = partBytes(1, SMALLEST_PART + 7);
    await given.put('مصدر+1.wav', source);
    const upload = await givenUpload(given.client, 'k');
    const CopySource = `${BUCKET}/${encodeURIComponent('مصدر+1.wav')}`;
    const target = { Bucket: BUCKET, Key: 'k', UploadId: upload.uploadId, CopySource };

    const whole = await given.client.send(new UploadPartCopyCommand({ ...target, PartNumber: 1 }));
    const range = await given.client.send(
      new UploadPartCopyCommand({ ...target, PartNumber: 2, CopySourceRange: 'bytes=3-9' }),
    );
    await upload.complete([
      { PartNumber: 1, ...whole.CopyPartResult },
      { PartNumber: 2, ...range.CopyPartResult },
    ]);

    const expected = Buffer.concat([source, source.subarray(3, 10)]);
    expect((await stored(given, 'k')).equals(expected)).toBe(true);
  });

  it.each(['bytes=0-5', 'bytes=3-1', 'bytes=1-', '0-1'])(
    'takes no range %s of five bytes',
    async (CopySourceRange) => {
      const { client, put } = await givenS3();
      await put('source', 'audio');
      const { uploadId: UploadId } = await givenUpload(client, 'k');
      const CopySource = `${BUCKET}/source`;

      const copy = client.send(
        new UploadPartCopyCommand({
          Bucket: BUCKET,
          Key: 'k',
          UploadId,
          PartNumber: 1,
          CopySource,
          CopySourceRange,
        }),
      );

      await expect(copy).rejects.toMatchObject({ name: 'InvalidArgument' });
    },
  );
});

describe('a checksum of a multipart upload', () => {
  it('is that of the parts unless another is asked for', async () => {
    const { client } = await givenS3();
    const upload = await givenUpload(client, 'k', { ChecksumAlgorithm: 'SHA256' });
    const body = Buffer.from('audio');
    const part = await upload.send(1, body, { ChecksumAlgorithm: 'SHA256' });

    const completed = await upload.complete([part]);

    expect(part.ChecksumSHA256).toBe(sha256(body).toString('base64'));
    expect(completed).toMatchObject({
      ChecksumType: 'COMPOSITE',
      ChecksumSHA256: `${sha256(sha256(body)).toString('base64')}-1`,
    });
    const head = new HeadObjectCommand({ Bucket: BUCKET, Key: 'k', ChecksumMode: 'ENABLED' });
    expect((await client.send(head)).ChecksumSHA256).toBe(completed.ChecksumSHA256);
  });

  it.each(['CRC32', 'CRC64NVME'] as const)('can be that of the whole: %s', async (algorithm) => {
    const { client, text } = await givenS3();
    const upload = await givenUpload(client, 'k', {
      ChecksumAlgorithm: algorithm,
      ChecksumType: 'FULL_OBJECT',
    });
    const bytes = [partBytes(1), partBytes(2, 9)];
    const parts = [];
    for (const [index, body] of bytes.entries()) {
      parts.push(await upload.send(index + 1, body, { ChecksumAlgorithm: algorithm }));
    }
    const digest = CHECKSUMS[algorithm === 'CRC32' ? 'crc32' : 'crc64nvme']();
    digest.update(Buffer.concat(bytes));
    const checksum = { [`Checksum${algorithm}`]: digest.digest().toString('base64') };
    const wrong = {
      [`Checksum${algorithm}`]: Buffer.alloc(digest.digest().length).toString('base64'),
    };

    await expect(upload.complete(parts, wrong)).rejects.toMatchObject({ name: 'BadDigest' });
    const completed = await upload.complete(parts, checksum);

    expect(completed).toMatchObject({ ChecksumType: 'FULL_OBJECT', ...checksum });
    expect(await text('k')).toHaveLength(SMALLEST_PART + 9);
  });

  it('has to come with every part of a composite one', async () => {
    const { client, s3 } = await givenS3();
    const upload = await givenUpload(client, 'k', { ChecksumAlgorithm: 'CRC32' });
    const part = await upload.send(1, Buffer.from('audio'));

    const { ChecksumCRC32: _, ...bare } = part;
    await expect(upload.complete([bare])).rejects.toMatchObject({ name: 'InvalidRequest' });
    await expect(upload.complete([{ ...bare, ChecksumCRC32: 'AAAAAA==' }])).rejects.toMatchObject({
      name: 'InvalidPart',
    });
    const path = `/${BUCKET}/k?partNumber=2&uploadId=${upload.uploadId}`;
    const unchecked = await raw(s3.endpoint, 'PUT', path, {}, 'audio');
    expect(unchecked.body).toContain('actual checksum Type: null');
    await upload.complete([part]);
  });

  it('of a part that is wrong stores no part', async () => {
    const { client, s3 } = await givenS3();
    const { uploadId: UploadId } = await givenUpload(client, 'k');
    const wrong = { 'x-amz-checksum-crc32': Buffer.alloc(4, 1).toString('base64') };

    const path = `/${BUCKET}/k?partNumber=1&uploadId=${UploadId}`;
    const answer = await raw(s3.endpoint, 'PUT', path, wrong, 'audio');

    expect(answer.body).toContain('<Code>BadDigest</Code>');
    const list = await client.send(new ListPartsCommand({ Bucket: BUCKET, Key: 'k', UploadId }));
    expect(list.Parts).toBeUndefined();
  });

  it.each([
    [{ 'x-amz-checksum-algorithm': 'MD4' }],
    [{ 'x-amz-checksum-type': 'COMPOSITE' }],
    [{ 'x-amz-checksum-algorithm': 'CRC32', 'x-amz-checksum-type': 'HALF' }],
    [{ 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-type': 'FULL_OBJECT' }],
    [{ 'x-amz-checksum-algorithm': 'CRC64NVME', 'x-amz-checksum-type': 'COMPOSITE' }],
  ])('that S3 does not have is refused: %j', async (headers) => {
    const { s3 } = await givenS3();

    const answer = await raw(s3.endpoint, 'POST', `/${BUCKET}/k?uploads`, headers);

    expect(answer.body).toContain('<Code>InvalidRequest</Code>');
  });
});

describe('completing', () => {
  it('refuses parts out of order, small ones and ones that never came, and stays open', async () => {
    const { client, events } = await givenS3();
    const upload = await givenUpload(client, 'k');
    const small = await upload.send(1, partBytes(1, SMALLEST_PART - 1));
    const large = await upload.send(2, partBytes(2));
    const last = await upload.send(3, partBytes(3, 1));

    await expect(upload.complete([last, large])).rejects.toMatchObject({
      name: 'InvalidPartOrder',
    });
    await expect(upload.complete([large, large])).rejects.toMatchObject({
      name: 'InvalidPartOrder',
    });
    await expect(upload.complete([small, large])).rejects.toMatchObject({
      name: 'EntityTooSmall',
    });
    await expect(upload.complete([large, { ...last, PartNumber: 4 }])).rejects.toMatchObject({
      name: 'InvalidPart',
    });
    await expect(upload.complete([{ ...large, ETag: last.ETag }])).rejects.toMatchObject({
      name: 'InvalidPart',
    });
    expect(events).toEqual([]);
    await upload.complete([large, last]);
    expect(events).toHaveLength(1);
  });

  it('holds the size against what the client expects', async () => {
    const { client } = await givenS3();
    const upload = await givenUpload(client, 'k');
    const part = await upload.send(1, Buffer.from('audio'));

    await expect(upload.complete([part], { MpuObjectSize: 6 })).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    await upload.complete([part], { MpuObjectSize: 5 });
  });

  it('on the condition that the key is free leaves the upload open when it is not', async () => {
    const given = await givenS3();
    const upload = await givenUpload(given.client, 'k');
    const part = await upload.send(1, Buffer.from('audio'));
    await given.put('k', 'first');

    await expect(upload.complete([part], { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });

    expect(await given.text('k')).toBe('first');
    expect(await readdir(join(given.directory, 'incoming'))).toEqual([]);
    await upload.complete([part]);
    expect(await given.text('k')).toBe('audio');
  });

  it('can be tried again when nobody took the event', async () => {
    let refusals = 1;
    const { client, text } = await givenS3({
      onObjectCreated: async () => {
        if (refusals-- > 0) throw new Error('the bus is gone');
      },
    });
    const upload = await givenUpload(client, 'k');
    const part = await upload.send(1, Buffer.from('audio'));

    await expect(upload.complete([part])).rejects.toMatchObject({ name: 'InternalError' });
    await upload.complete([part]);

    expect(await text('k')).toBe('audio');
  });

  it.each([
    [1, 32],
    [4, 8],
  ])('that is overtaken by an abort makes no object of %i parts', async (count, mebibytes) => {
    const given = await givenS3();
    const upload = await givenUpload(given.client, 'k');
    const parts: CompletedPart[] = [];
    for (let number = 1; number <= count; number++) {
      parts.push(await upload.send(number, partBytes(number, mebibytes * 2 ** 20)));
    }
    const target = { Bucket: BUCKET, Key: 'k', UploadId: upload.uploadId };

    const overtaken = Promise.allSettled([upload.complete(parts)]);
    while ((await readdir(join(given.directory, 'incoming'))).length === 0) await settle(1);
    await given.client.send(new AbortMultipartUploadCommand(target));

    expect(await overtaken).toMatchObject([{ reason: { name: 'NoSuchUpload' } }]);
    expect(given.events).toEqual([]);
    expect(await leftovers(given)).toEqual([]);
  });

  it.each([
    ['', 'MalformedXML'],
    ['<CompleteMultipartUpload>', 'MalformedXML'],
    ['<CompleteMultipartUpload/>', 'MalformedXML'],
    ['<Delete><Part><PartNumber>1</PartNumber></Part></Delete>', 'MalformedXML'],
    [
      '<CompleteMultipartUpload><Part><ETag>a</ETag></Part></CompleteMultipartUpload>',
      'MalformedXML',
    ],
    [
      '<CompleteMultipartUpload><Part><PartNumber>0</PartNumber></Part></CompleteMultipartUpload>',
      'MalformedXML',
    ],
    ['x'.repeat(2 ** 23 + 1), 'MaxMessageLengthExceeded'],
  ])('refuses what is no list of parts: %.80s', async (body, code) => {
    const { client, s3 } = await givenS3();
    const { uploadId } = await givenUpload(client, 'k');

    const answer = await raw(s3.endpoint, 'POST', `/${BUCKET}/k?uploadId=${uploadId}`, {}, body);

    expect(answer.status).toBe(400);
    expect(answer.body).toContain(`<Code>${code}</Code>`);
  });
});

describe('an upload that is not there', () => {
  it('is NoSuchUpload: unknown, of another key, completed or aborted', async () => {
    const given = await givenS3();
    const { client } = given;
    const completed = await givenUpload(client, 'completed');
    const part = await completed.send(1, Buffer.from('audio'));
    await completed.complete([part]);
    const aborted = await givenUpload(client, 'aborted');
    await aborted.send(1, Buffer.from('audio'));
    const abort = { Bucket: BUCKET, Key: 'aborted', UploadId: aborted.uploadId };
    await client.send(new AbortMultipartUploadCommand(abort));
    const open = await givenUpload(client, 'open');

    const targets = [
      { Key: 'open', UploadId: 'nosuch' },
      { Key: 'open', UploadId: '../../../versions' },
      { Key: 'other', UploadId: open.uploadId },
      { Key: 'completed', UploadId: completed.uploadId },
      { Key: 'aborted', UploadId: aborted.uploadId },
    ];
    for (const target of targets) {
      const send = new UploadPartCommand({
        Bucket: BUCKET,
        ...target,
        PartNumber: 1,
        Body: 'audio',
      });
      await expect(client.send(send)).rejects.toMatchObject({ name: 'NoSuchUpload' });
    }
    await expect(completed.complete([part])).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(client.send(new AbortMultipartUploadCommand(abort))).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
    expect(given.events).toHaveLength(1);
    expect(await leftovers(given)).toEqual([open.uploadId]);
  });

  it('is NoSuchBucket before that', async () => {
    const { client } = await givenS3();
    const abort = { Bucket: 'missing', Key: 'k', UploadId: 'x' };

    await expect(client.send(new AbortMultipartUploadCommand(abort))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it.each(['0', '10001', '-1', '1.5', 'x', ''])('nor is part number %j', async (number) => {
    const { client, s3 } = await givenS3();
    const { uploadId } = await givenUpload(client, 'k');

    const path = `/${BUCKET}/k?uploadId=${uploadId}&partNumber=${number}`;
    const answer = await raw(s3.endpoint, 'PUT', path, {}, 'audio');

    expect(answer.body).toContain('<Code>InvalidArgument</Code>');
  });
});
