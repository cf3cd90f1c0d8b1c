import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../support/jumping-clock.ts';
import { BUCKET, givenS3, raw, type GivenS3 } from './given-s3.ts';

/** CRC-32 of `audio`, base64, from another implementation (Python's zlib). */
const CRC32_OF_AUDIO = 'GH02lQ==';
const WRONG = 'AAAAAA==';

/** Everything that a write could leave behind. */
async function traces({ client, directory, events }: GivenS3) {
  const { Versions } = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
  const files = await readdir(directory, { recursive: true });
  const bodies = files.filter((file) => /\.data$|[\da-f-]{36}$/.test(file));
  return { versions: Versions, events, bodies };
}
const NONE = { versions: undefined, events: [], bodies: [] };

function chunked(data: string, trailer = ''): string {
  return `${data.length.toString(16)}\r\n${data}\r\n0\r\n${trailer}\r\n`;
}

const put = ({ s3 }: GivenS3, headers: Record<string, string>, body: string) =>
  raw(s3.endpoint, 'PUT', `/${BUCKET}/k`, headers, body);

describe('a checksum header', () => {
  it.each([
    ['Content-MD5', { 'content-md5': Buffer.alloc(16).toString('base64') }, 'BadDigest'],
    ['a Content-MD5 that is none', { 'content-md5': 'nonsense' }, 'InvalidDigest'],
    ['CRC32', { 'x-amz-checksum-crc32': WRONG }, 'BadDigest'],
    ['CRC32C', { 'x-amz-checksum-crc32c': WRONG }, 'BadDigest'],
    ['SHA1', { 'x-amz-checksum-sha1': Buffer.alloc(20).toString('base64') }, 'BadDigest'],
    ['SHA256', { 'x-amz-checksum-sha256': Buffer.alloc(32).toString('base64') }, 'BadDigest'],
    ['a CRC32 that is none', { 'x-amz-checksum-crc32': 'x' }, 'InvalidRequest'],
    [
      'two at once',
      { 'x-amz-checksum-crc32': WRONG, 'x-amz-checksum-crc32c': WRONG },
      'InvalidRequest',
    ],
    ['CRC64NVME', { 'x-amz-checksum-crc64nvme': 'AAAAAAAAAAA=' }, 'BadDigest'],
    ['one that is not known here', { 'x-amz-checksum-md4': 'AA==' }, 'NotImplemented'],
    ['the signed SHA-256', { 'x-amz-content-sha256': '0'.repeat(64) }, 'XAmzContentSHA256Mismatch'],
  ])('that is wrong is refused and nothing is stored: %s', async (_name, headers, code) => {
    const given = await givenS3();

    const answer = await put(given, headers, 'audio');

    expect(answer.body).toContain(`<Code>${code}</Code>`);
    expect(await traces(given)).toEqual(NONE);
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'that is right is taken: %s as the SDK counts it',
    async (ChecksumAlgorithm) => {
      const { put, text } = await givenS3();

      await put('k', 'audio', { ChecksumAlgorithm });

      expect(await text('k')).toBe('audio');
    },
  );

  it('that is right is taken: Content-MD5', async () => {
    const { put, text } = await givenS3();

    await put('k', 'audio', { ContentMD5: createHash('md5').update('audio').digest('base64') });

    expect(await text('k')).toBe('audio');
  });
});

describe('an aws-chunked body', () => {
  const unsigned = {
    'content-encoding': 'aws-chunked',
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'x-amz-decoded-content-length': '5',
    'x-amz-trailer': 'x-amz-checksum-crc32',
  };

  it('is taken apart when its trailer is right', async () => {
    const given = await givenS3();

    const answer = await put(
      given,
      unsigned,
      chunked('audio', `x-amz-checksum-crc32:${CRC32_OF_AUDIO}\r\n`),
    );

    expect(answer.status).toBe(200);
    expect(answer.headers['x-amz-checksum-crc32']).toBe(CRC32_OF_AUDIO);
    expect(await given.text('k')).toBe('audio');
  });

  it('may be signed; its signatures are passed over', async () => {
    const given = await givenS3();
    const signature = `;chunk-signature=${'a'.repeat(64)}`;
    const headers = {
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'x-amz-decoded-content-length': '5',
    };

    const body = `3${signature}\r\naud\r\n2${signature}\r\nio\r\n0${signature}\r\n\r\n`;
    const answer = await put(given, headers, body);

    expect(answer.status).toBe(200);
    expect(await given.text('k')).toBe('audio');
  });

  const crc = `x-amz-checksum-crc32:${CRC32_OF_AUDIO}\r\n`;
  it.each([
    [
      'a wrong trailer',
      unsigned,
      chunked('audio', `x-amz-checksum-crc32:${WRONG}\r\n`),
      'BadDigest',
    ],
    ['a changed byte', unsigned, chunked('Audio', crc), 'BadDigest'],
    ['a missing trailer', unsigned, chunked('audio'), 'MalformedTrailerError'],
    [
      'another length than announced',
      { ...unsigned, 'x-amz-decoded-content-length': '6' },
      chunked('audio', crc),
      'IncompleteBody',
    ],
    ['a frame cut short', unsigned, '5\r\naud', 'IncompleteBody'],
    ['no frames at all', unsigned, 'plain audio without frames\r\n', 'InvalidRequest'],
    ['a frame longer than it says', unsigned, '3\r\naudio\r\n0\r\n\r\n', 'InvalidRequest'],
    [
      'no announced length',
      { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' },
      chunked('audio'),
      'MissingContentLength',
    ],
  ])('is refused for %s and nothing is stored', async (_name, headers, body, code) => {
    const given = await givenS3();

    const answer = await put(given, headers, body);

    expect(answer.body).toContain(`<Code>${code}</Code>`);
    expect(await traces(given)).toEqual(NONE);
  });

  it('that is refused midway does not stand in the way of the next request', async () => {
    const { s3 } = await givenS3();
    const oneConnection = new Agent({ keepAlive: true, maxSockets: 1 });
    const long = 'no frame'.repeat(500_000);
    const path = `/${BUCKET}/k`;

    const refused = await raw(s3.endpoint, 'PUT', path, unsigned, long, oneConnection);
    const next = await raw(s3.endpoint, 'PUT', path, {}, 'audio', oneConnection);
    oneConnection.destroy();

    expect([refused.status, next.status]).toEqual([400, 200]);
  });
});

describe('a body that breaks off', () => {
  it('stores nothing', async () => {
    const given = await givenS3();
    const socket = connect(given.s3.port, '127.0.0.1').resume();

    socket.end(`PUT /${BUCKET}/k HTTP/1.1\r\nhost: s3\r\ncontent-length: 100\r\n\r\nhalf`);
    await once(socket, 'close');

    while ((await readdir(join(given.directory, 'incoming'))).length > 0) await settle(1);
    expect(await traces(given)).toEqual(NONE);
  });
});
