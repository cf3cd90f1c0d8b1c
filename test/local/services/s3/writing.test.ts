import { EventEmitter, once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../support/jumping-clock.ts';
import { BUCKET, givenS3 } from './given-s3.ts';

describe('a write on a condition', () => {
  it('has exactly one winner when ten race for a new key', async () => {
    const { put, text, events, directory } = await givenS3();

    const race = await Promise.allSettled(
      Array.from({ length: 10 }, (_, runner) => put('k', `${runner}`, { IfNoneMatch: '*' })),
    );

    const winners = race.flatMap((run, runner) => (run.status === 'fulfilled' ? [runner] : []));
    expect(winners).toHaveLength(1);
    expect(await text('k')).toBe(String(winners[0]));
    expect(events).toHaveLength(1);
    const names = race.flatMap((run) => (run.status === 'rejected' ? [nameOf(run.reason)] : []));
    expect(names).toEqual(Array.from({ length: 9 }, () => 'PreconditionFailed'));
    expect(await readdir(join(directory, 'incoming'))).toEqual([]);
  });

  it('replaces a known content only', async () => {
    const { client, put, text } = await givenS3();
    const { ETag } = await client.send(
      new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'one' }),
    );

    await put('k', 'two', { IfMatch: ETag });

    await expect(put('k', 'three', { IfMatch: ETag })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(put('other', 'x', { IfMatch: ETag })).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await text('k')).toBe('two');
  });

  it('finds nothing in the way under a delete marker', async () => {
    const { client, put, text } = await givenS3();
    await put('k', 'one');
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }));

    await put('k', 'two', { IfNoneMatch: '*' });

    expect(await text('k')).toBe('two');
  });
});

describe('the event of a write', () => {
  it('is what S3 sends to EventBridge', async () => {
    const { put, events } = await givenS3();

    const versionId = await put('recordings/a b.wav', 'audio');

    expect(events).toEqual([
      {
        source: 'aws.s3',
        'detail-type': 'Object Created',
        time: '2026-01-05T09:00:00Z',
        resources: [`arn:aws:s3:::${BUCKET}`],
        detail: {
          version: '0',
          bucket: { name: BUCKET },
          object: {
            key: 'recordings/a b.wav',
            size: 5,
            etag: 'a5ca0b5894324f8bb54bb9fffad29d1e',
            'version-id': versionId,
            sequencer: expect.stringMatching(/^[\dA-F]{18}$/) as string,
          },
          'request-id': expect.stringMatching(/^[\dA-F]{16}$/) as string,
          requester: '000000000000',
          'source-ip-address': '127.0.0.1',
          reason: 'PutObject',
        },
      },
    ]);
  });

  it('carries a sequencer that rises with every write, also within one instant', async () => {
    const { put, events, clock } = await givenS3();

    for (let write = 0; write < 5; write++) await put('k', `${write}`);
    await clock.jump(1);
    await put('k', 'later');

    const sequencers = events.map(({ detail }) => BigInt(`0x${detail.object.sequencer}`));
    expect(sequencers).toHaveLength(6);
    expect(
      sequencers.every((one, index) => index === 0 || one > (sequencers[index - 1] ?? 0n)),
    ).toBe(true);
  });

  it('is accepted before the write is answered', async () => {
    const order: string[] = [];
    const gate = new EventEmitter();
    const { put } = await givenS3({
      onObjectCreated: async () => {
        gate.emit('event');
        await once(gate, 'accept');
        order.push('accepted');
      },
    });

    const event = once(gate, 'event');
    const answered = put('k', 'audio').then(() => order.push('answered'));
    await event;
    await settle();
    gate.emit('accept');
    await answered;

    expect(order).toEqual(['accepted', 'answered']);
  });

  it('fails the write when nobody takes it, so that the client tries again', async () => {
    const { put } = await givenS3({
      onObjectCreated: () => Promise.reject(new Error('the bus is gone')),
    });

    await expect(put('k', 'audio')).rejects.toMatchObject({
      name: 'InternalError',
      $metadata: { httpStatusCode: 500 },
    });
  });
});

const nameOf = (reason: unknown): string => (reason instanceof Error ? reason.name : '');
