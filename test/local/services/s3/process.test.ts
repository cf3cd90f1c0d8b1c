import { createHash, type Hash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  CompleteMultipartUploadCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  ListPartsCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../support/jumping-clock.ts';
import { BUCKET, temporaryDirectory } from './given-s3.ts';
import { givenS3Process, type GivenS3Process } from './given-s3-process.ts';
import { givenUpload, partBytes, type GivenUpload } from './given-upload.ts';

/** `SADA_TEST_UPLOAD_MIB=500` asks for a long recording's size: 16 s, and 1.5 GB of disk. */
const UPLOAD_MIB = Number(process.env['SADA_TEST_UPLOAD_MIB'] ?? 96);
const PART_MIB = 8;
const MEMORY_LIMIT_MIB = 150;

async function sendParts(upload: GivenUpload, count: number, hash: Hash): Promise<CompletedPart[]> {
  const parts: CompletedPart[] = [];
  for (let number = 1; number <= count; number++) {
    const body = partBytes(number, PART_MIB * 2 ** 20);
    hash.update(body);
    parts.push(await upload.send(number, body));
  }
  return parts;
}

async function hashOf({ client }: GivenS3Process, Key: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  const hash = createHash('sha256');
  for await (const chunk of Body as Readable) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Kills the process as soon as bytes are on their way to the disk. */
async function killMidway({ kill }: GivenS3Process, directory: string): Promise<void> {
  while ((await readdir(join(directory, 'incoming'))).length === 0) await settle(1);
  await kill();
}

describe('an S3 in a process of its own', () => {
  it(`takes ${UPLOAD_MIB} MiB in parts and gives them back with ${MEMORY_LIMIT_MIB} MiB of memory`, async () => {
    const s3 = await givenS3Process(await temporaryDirectory());
    const checksum = { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' } as const;
    const upload = await givenUpload(s3.client, 'long.wav', checksum);
    const hash = createHash('sha256');

    await upload.complete(await sendParts(upload, Math.ceil(UPLOAD_MIB / PART_MIB), hash));
    const got = await hashOf(s3, 'long.wav');

    expect(got).toBe(hash.digest('hex'));
    expect(await s3.peakMemory()).toBeLessThanOrEqual(MEMORY_LIMIT_MIB);
  }, 120_000);

  it('that is killed while parts are joined has the upload still, to be completed again', async () => {
    const directory = await temporaryDirectory();
    const killed = await givenS3Process(directory);
    const upload = await givenUpload(killed.client, 'k');
    const hash = createHash('sha256');
    const Parts = await sendParts(upload, 6, hash);

    const unanswered = upload.complete(Parts).catch(() => 'unanswered');
    await killMidway(killed, directory);
    const after = await givenS3Process(directory);

    expect(await unanswered).toBe('unanswered');
    expect(await readdir(join(directory, 'incoming'))).toEqual([]);
    const list = new ListObjectVersionsCommand({ Bucket: BUCKET });
    expect((await after.client.send(list)).Versions).toBeUndefined();
    const target = { Bucket: BUCKET, Key: 'k', UploadId: upload.uploadId };
    await after.client.send(
      new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } }),
    );
    expect(await hashOf(after, 'k')).toBe(hash.digest('hex'));
    expect([...killed.events, ...after.events]).toEqual(['CompleteMultipartUpload']);
  });

  it('that is killed while a part comes has no such part', async () => {
    const directory = await temporaryDirectory();
    const killed = await givenS3Process(directory);
    const upload = await givenUpload(killed.client, 'k');
    await upload.send(1, Buffer.from('whole'));

    const unanswered = upload.send(2, partBytes(2, 64 * 2 ** 20)).catch(() => 'unanswered');
    await killMidway(killed, directory);
    const after = await givenS3Process(directory);

    expect(await unanswered).toBe('unanswered');
    expect(await readdir(join(directory, 'incoming'))).toEqual([]);
    const target = { Bucket: BUCKET, Key: 'k', UploadId: upload.uploadId };
    const { Parts = [] } = await after.client.send(new ListPartsCommand(target));
    expect(Parts.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([[1, 5]]);
    const list = new ListMultipartUploadsCommand({ Bucket: BUCKET });
    expect((await after.client.send(list)).Uploads).toHaveLength(1);
  });
});
