import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, raw, temporaryDirectory } from './given-s3.ts';

const get = (Key: string, Range?: string): GetObjectCommand =>
  new GetObjectCommand({ Bucket: BUCKET, Key, ...(Range === undefined ? {} : { Range }) });

/** Bytes that no chunk border repeats in, from a fixed seed. */
function bytes(length: number): Buffer {
  const result = Buffer.alloc(length);
  let state = 42;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    result[index] = state >>> 24;
  }
  return result;
}

describe('an object', () => {
  it('comes back as it was put, with type, metadata, entity tag and date', async () => {
    const { client, put, clock } = await givenS3();

    const versionId = await put('call.wav', Buffer.from('audio'), {
      ContentType: 'audio/wav',
      Metadata: { 'agent-id': 'a-17', language: 'ar' },
    });

    const answer = await client.send(get('call.wav'));
    expect(await answer.Body?.transformToString()).toBe('audio');
    expect(answer).toMatchObject({
      ContentType: 'audio/wav',
      ContentLength: 5,
      Metadata: { 'agent-id': 'a-17', language: 'ar' },
      ETag: `"${createHash('md5').update('audio').digest('hex')}"`,
      VersionId: versionId,
      LastModified: new Date(clock.now()),
    });
  });

  it('is described by HEAD without its bytes', async () => {
    const { client, put, s3 } = await givenS3();
    await put('call.wav', 'audio', { Metadata: { queue: 'billing' } });

    const answer = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'call.wav' }));

    expect(answer).toMatchObject({ ContentLength: 5, Metadata: { queue: 'billing' } });
    expect((await raw(s3.endpoint, 'HEAD', `/${BUCKET}/call.wav`)).body).toBe('');
  });

  it('may be empty', async () => {
    const { put, text } = await givenS3();

    await put('empty.wav', Buffer.alloc(0));

    expect(await text('empty.wav')).toBe('');
  });

  it('is stored byte for byte when a file of 3,000,000 bytes is streamed', async () => {
    const { client, put, events } = await givenS3();
    const content = bytes(3_000_000);
    const file = join(await temporaryDirectory(), 'long.wav');
    await writeFile(file, content);

    await put('long.wav', createReadStream(file));

    const answer = await client.send(get('long.wav'));
    const stored = Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
    expect(stored.equals(content)).toBe(true);
    expect(events[0]?.detail.object.size).toBe(3_000_000);
    expect(answer.ContentEncoding).toBeUndefined();
  });

  it('takes an empty file stream and a body of many megabytes in memory', async () => {
    const { client, put, text } = await givenS3();
    const file = join(await temporaryDirectory(), 'empty.wav');
    await writeFile(file, '');
    const large = bytes(5_000_001);

    await put('empty.wav', createReadStream(file));
    await put('large.wav', large);

    expect(await text('empty.wav')).toBe('');
    const answer = await client.send(get('large.wav'));
    expect(large.equals((await answer.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  it('gives back the checksum of its upload, which the client verifies', async () => {
    const { client, put } = await givenS3();
    await put('call.wav', 'audio', { ChecksumAlgorithm: 'SHA256' });

    const answer = await client.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'call.wav', ChecksumMode: 'ENABLED' }),
    );

    expect(answer.ChecksumSHA256).toBe(createHash('sha256').update('audio').digest('base64'));
    expect(await answer.Body?.transformToString()).toBe('audio');
  });

  it('keeps a content encoding of its own beside aws-chunked', async () => {
    const { client, put } = await givenS3();
    const file = join(await temporaryDirectory(), 'call.wav.gz');
    await writeFile(file, 'zipped');

    await put('call.wav', createReadStream(file), { ContentEncoding: 'gzip' });

    const answer = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'call.wav' }));
    expect(answer.ContentEncoding).toBe('gzip');
  });
});

describe('a range of an object', () => {
  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('%s is answered as 206', async (range, text, contentRange) => {
    const { client, put } = await givenS3();
    await put('digits', '0123456789');

    const answer = await client.send(get('digits', range));

    expect(await answer.Body?.transformToString()).toBe(text);
    expect(answer.$metadata.httpStatusCode).toBe(206);
    expect(answer.ContentRange).toBe(contentRange);
  });

  it.each(['bytes=10-', 'bytes=-0', 'bytes=99-100'])('%s is not satisfiable', async (range) => {
    const { client, put } = await givenS3();
    await put('digits', '0123456789');

    await expect(client.send(get('digits', range))).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
  });

  it.each(['bytes=3-1', 'bytes=0-1,3-4', 'lines=1-2'])(
    '%s is passed over for the whole object',
    async (range) => {
      const { client, put } = await givenS3();
      await put('digits', '0123456789');

      const answer = await client.send(get('digits', range));

      expect(answer.$metadata.httpStatusCode).toBe(200);
      expect(await answer.Body?.transformToString()).toBe('0123456789');
    },
  );
});

describe('reading on a condition', () => {
  const BEFORE = new Date(Date.UTC(2026, 0, 5, 8));
  const AFTER = new Date(Date.UTC(2026, 0, 5, 10));

  it('answers 304 when the client has the object already, 412 when it changed', async () => {
    const { client, put } = await givenS3();
    await put('call.wav', 'audio');
    const { ETag = '' } = await client.send(get('call.wav'));

    const same = new GetObjectCommand({ Bucket: BUCKET, Key: 'call.wav', IfNoneMatch: ETag });
    const other = new GetObjectCommand({ Bucket: BUCKET, Key: 'call.wav', IfMatch: '"other"' });

    await expect(client.send(same)).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    await expect(client.send(other)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it.each([
    ['modified since before', { IfModifiedSince: BEFORE }, 200],
    ['modified since the very second', { IfModifiedSince: new Date(Date.UTC(2026, 0, 5, 9)) }, 304],
    ['modified since after', { IfModifiedSince: AFTER }, 304],
    ['unmodified since before', { IfUnmodifiedSince: BEFORE }, 412],
    ['unmodified since after', { IfUnmodifiedSince: AFTER }, 200],
    ['another tag, though unmodified', { IfNoneMatch: '"x"', IfModifiedSince: AFTER }, 200],
    ['its tag, though modified', { IfMatch: '*', IfUnmodifiedSince: BEFORE }, 200],
  ])('answers by date, and by tag before that: %s', async (_name, condition, status) => {
    const { client, put, clock } = await givenS3();
    await clock.jump(999);
    await put('call.wav', 'audio');

    const answered = client
      .send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'call.wav', ...condition }))
      .then(({ $metadata }) => $metadata.httpStatusCode)
      .catch((error: { $metadata: { httpStatusCode: number } }) => error.$metadata.httpStatusCode);

    expect(await answered).toBe(status);
  });
});

describe('a reader', () => {
  it('may have headers answered otherwise, for a download', async () => {
    const { client, put, s3 } = await givenS3();
    await put('call.wav', 'audio', { ContentType: 'audio/wav' });
    const ask = {
      Bucket: BUCKET,
      Key: 'call.wav',
      ResponseContentType: 'text/plain',
      ResponseContentDisposition: 'attachment; filename="a b.wav"',
    };

    const answer = await client.send(new GetObjectCommand(ask));

    expect(answer.ContentType).toBe('text/plain');
    expect(answer.ContentDisposition).toBe('attachment; filename="a b.wav"');
    const path = `/${BUCKET}/call.wav?response-content-type=%0A`;
    expect((await raw(s3.endpoint, 'GET', path)).body).toContain('<Code>InvalidArgument</Code>');
  });

  it('learns single attributes', async () => {
    const { client, put } = await givenS3();
    const VersionId = await put('call.wav', 'audio', { ChecksumAlgorithm: 'SHA256' });
    const ask = { Bucket: BUCKET, Key: 'call.wav' };

    const some = await client.send(
      new GetObjectAttributesCommand({ ...ask, ObjectAttributes: ['ETag', 'ObjectSize'] }),
    );
    const checksum = await client.send(
      new GetObjectAttributesCommand({ ...ask, ObjectAttributes: ['Checksum', 'ObjectParts'] }),
    );

    expect(some).toMatchObject({
      ETag: 'a5ca0b5894324f8bb54bb9fffad29d1e',
      ObjectSize: 5,
      VersionId,
    });
    expect(checksum.Checksum).toMatchObject({
      ChecksumSHA256: createHash('sha256').update('audio').digest('base64'),
      ChecksumType: 'FULL_OBJECT',
    });
    expect([checksum.ObjectSize, checksum.ObjectParts]).toEqual([undefined, undefined]);
  });
});
