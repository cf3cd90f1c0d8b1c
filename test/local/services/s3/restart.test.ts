import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, temporaryDirectory } from './given-s3.ts';

const listVersions = new ListObjectVersionsCommand({ Bucket: BUCKET });

describe('after a restart', () => {
  it('every version, marker and description is there as before', async () => {
    const directory = await temporaryDirectory();
    const before = await givenS3({ directory });
    const first = await before.put('مكالمة.wav', 'one', { Metadata: { queue: 'q' } });
    await before.put('مكالمة.wav', 'two');
    await before.put('gone.wav', 'x');
    await before.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'gone.wav' }));
    const { $metadata: _before, ...listed } = await before.client.send(listVersions);
    await before.s3.close();

    const after = await givenS3({ directory });

    const { $metadata: _after, ...listedAfter } = await after.client.send(listVersions);
    expect(listedAfter).toEqual(listed);
    expect(listed.Versions).toHaveLength(3);
    expect(await after.text('مكالمة.wav')).toBe('two');
    expect(await after.text('مكالمة.wav', first)).toBe('one');
  });

  it('sequencers go on rising, though the clock stands where it stood', async () => {
    const directory = await temporaryDirectory();
    const before = await givenS3({ directory });
    await before.put('k', 'one');
    await before.put('k', 'two');
    await before.s3.close();

    const after = await givenS3({ directory });
    await after.put('k', 'three');

    const last = before.events.at(-1)?.detail.object.sequencer ?? '';
    const next = after.events.at(-1)?.detail.object.sequencer ?? '';
    expect(next > last).toBe(true);
    expect(next).toHaveLength(last.length);
    expect(await after.text('k')).toBe('three');
  });

  it('what a kill left half-written is gone and the rest is whole', async () => {
    const directory = await temporaryDirectory();
    const before = await givenS3({ directory });
    await before.put('k', 'whole');
    await before.s3.close();
    const versions = join(directory, 'buckets', BUCKET, 'versions');
    // Killed while receiving, and between moving the bytes and describing them.
    await writeFile(join(directory, 'incoming', 'half'), 'hal');
    await writeFile(join(versions, 'FFFFFFFFFFFFFFFFFF.data'), 'bytes');

    const after = await givenS3({ directory });

    expect(await readdir(join(directory, 'incoming'))).toEqual([]);
    expect((await readdir(versions)).filter((file) => file.startsWith('F'))).toEqual([]);
    expect((await after.client.send(listVersions)).Versions).toHaveLength(1);
    expect(await after.text('k')).toBe('whole');
  });
});
