import { readdir } from 'node:fs/promises';
import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3 } from './given-s3.ts';

const KEYS = [
  'recordings/two words.wav',
  'recordings/مكالمة العميل.wav',
  'recordings/a+b=c&d?e#f.wav',
  'recordings/100% sure%20.wav',
  'recordings//double//slash.wav',
  '../../escape.wav',
  'a/../b/./c.wav',
  '/leading.wav',
  'trailing/',
  'quote"\'<tag>&amp;.wav',
  'emoji \u{1F4DE}.wav',
  'tab\tnewline\nreturn\rbell\u0007',
  'k'.repeat(1024),
];

describe('a key', () => {
  it.each(KEYS)('%j survives put, get, list, event and delete', async (key) => {
    const { client, put, text, events } = await givenS3();

    await put(key, 'audio');

    expect(await text(key)).toBe('audio');
    expect(events[0]?.detail.object.key).toBe(key);
    const list = new ListObjectsV2Command({ Bucket: BUCKET });
    const { Contents = [] } = await client.send(list);
    expect(Contents.map((object) => object.Key)).toEqual([key]);
    const Delete = { Objects: [{ Key: key }] };
    const { Deleted = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: BUCKET, Delete }),
    );
    expect(Deleted.map((object) => object.Key)).toEqual([key]);
    expect((await client.send(list)).KeyCount).toBe(0);
  });

  it('never becomes a path', async () => {
    const { put, directory } = await givenS3();

    await put('../../escape.wav', 'audio');

    const files = await readdir(directory, { recursive: true });
    expect(files.filter((file) => file.includes('escape'))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.data'))).toHaveLength(1);
  });

  it('is refused beyond 1,024 bytes, which Arabic reaches in 512 letters', async () => {
    const { put } = await givenS3();

    await put('م'.repeat(512), 'audio');

    await expect(put('م'.repeat(513), 'audio')).rejects.toMatchObject({ name: 'KeyTooLongError' });
    await expect(put('k'.repeat(1025), 'audio')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });
});
