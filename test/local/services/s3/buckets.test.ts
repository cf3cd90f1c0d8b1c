import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketAclCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, raw } from './given-s3.ts';

describe('a bucket', () => {
  it('made by the runtime has versions, and making it again changes nothing', async () => {
    const { client, s3, put, text } = await givenS3();
    await put('k', 'one');

    s3.createBucket(BUCKET);

    const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: BUCKET }));
    expect(Status).toBe('Enabled');
    expect(await text('k')).toBe('one');
  });

  it('made by a client has none, and is listed', async () => {
    const { client } = await givenS3();

    await client.send(new CreateBucketCommand({ Bucket: 'another' }));

    await client.send(new HeadBucketCommand({ Bucket: 'another' }));
    const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: 'another' }));
    expect(Status).toBeUndefined();
    const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
    expect(Buckets.map(({ Name }) => Name)).toEqual(['another', BUCKET]);
  });

  it.each(['no', 'Upper', '192.168.1.1', 'a..b', '-a-', 'a'.repeat(64)])(
    'named %s is refused',
    async (name) => {
      const { s3 } = await givenS3();

      const answer = await raw(s3.endpoint, 'PUT', `/${name}`);

      expect(answer.body).toContain('<Code>InvalidBucketName</Code>');
    },
  );

  it('that exists is not made again for a client', async () => {
    const { client } = await givenS3();

    await expect(client.send(new CreateBucketCommand({ Bucket: BUCKET }))).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
    });
  });
});

describe('the region of a bucket', () => {
  it('is the one that its creation asked for, or none', async () => {
    const { client } = await givenS3();
    const CreateBucketConfiguration = { LocationConstraint: 'me-south-1' } as const;

    await client.send(new CreateBucketCommand({ Bucket: 'another', CreateBucketConfiguration }));

    const location = async (Bucket: string) =>
      (await client.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint;
    expect(await location('another')).toBe('me-south-1');
    expect(await location(BUCKET)).toBeFalsy();
  });

  it.each([
    ['<CreateBucketConfiguration>', 'MalformedXML'],
    ['{"region": "me-south-1"}', 'MalformedXML'],
    [
      '<CreateBucketConfiguration><LocationConstraint>..</LocationConstraint></CreateBucketConfiguration>',
      'InvalidLocationConstraint',
    ],
  ])('is not read from %s, and no bucket is made', async (body, code) => {
    const { s3 } = await givenS3();

    const answer = await raw(s3.endpoint, 'PUT', '/another', {}, body);

    expect(answer.body).toContain(`<Code>${code}</Code>`);
    expect((await raw(s3.endpoint, 'HEAD', '/another')).status).toBe(404);
  });
});

describe('deleting a bucket', () => {
  it('is refused while it holds a version or a marker', async () => {
    const { client, put, text } = await givenS3();
    const VersionId = await put('k', 'audio');
    const remove = new DeleteBucketCommand({ Bucket: BUCKET });

    await expect(client.send(remove)).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    const marker = await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k', VersionId }));
    await expect(client.send(remove)).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    const last = { Bucket: BUCKET, Key: 'k', VersionId: marker.VersionId };
    await client.send(new DeleteObjectCommand(last));
    await client.send(remove);

    await expect(text('k')).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
    expect((await client.send(new ListBucketsCommand({}))).Buckets).toHaveLength(1);
  });

  it('that is not there is NoSuchBucket', async () => {
    const { client } = await givenS3();

    await expect(client.send(new DeleteBucketCommand({ Bucket: 'missing' }))).rejects.toMatchObject(
      { name: 'NoSuchBucket' },
    );
  });
});

describe('a refusal', () => {
  it('of what is in no bucket is NoSuchBucket, for HEAD without a body', async () => {
    const { client } = await givenS3();
    const put = new PutObjectCommand({ Bucket: 'missing', Key: 'k', Body: 'x' });

    await expect(client.send(put)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(client.send(new HeadBucketCommand({ Bucket: 'missing' }))).rejects.toMatchObject({
      name: 'NotFound',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('names an operation that is not built', async () => {
    const { client } = await givenS3();

    await expect(client.send(new GetBucketAclCommand({ Bucket: BUCKET }))).rejects.toMatchObject({
      name: 'NotImplemented',
      message: 'Not implemented here: GET bucket acl',
    });
  });

  it.each([
    ['POST', `/${BUCKET}/k?restore`, 'NotImplemented'],
    ['GET', `/${BUCKET}/k?partNumber=1`, 'NotImplemented'],
    ['GET', `/${BUCKET}?list-type=1`, 'NotImplemented'],
    ['DELETE', '/', 'MethodNotAllowed'],
    ['PATCH', `/${BUCKET}/k`, 'MethodNotAllowed'],
    ['GET', `/${BUCKET}/%FF`, 'InvalidURI'],
  ])('%s %s is %s', async (method, path, code) => {
    const { s3 } = await givenS3();

    const answer = await raw(s3.endpoint, method, path);

    expect(answer.body).toContain(`<Code>${code}</Code>`);
  });

  it.each([
    ['x-amz-object-lock-mode', 'GOVERNANCE'],
    ['x-amz-tagging', 'a=b'],
  ])('meets a header that would change the meaning: %s', async (name, value) => {
    const { s3, events } = await givenS3();

    const answer = await raw(s3.endpoint, 'PUT', `/${BUCKET}/k`, { [name]: value }, 'x');

    expect(answer.body).toContain(`Not implemented here: ${name}`);
    expect(events).toEqual([]);
  });

  it.each([
    ['?delete', '<Delete><Object></Object></Delete>', 'POST'],
    ['?delete', '<Delete><Object><Key>a</Object></Delete>', 'POST'],
    ['?delete', 'plain text', 'POST'],
    [
      '?versioning',
      '<VersioningConfiguration><Status>On</Status></VersioningConfiguration>',
      'PUT',
    ],
  ])('of %s with the body %s is MalformedXML', async (query, body, method) => {
    const { s3 } = await givenS3();

    const answer = await raw(s3.endpoint, method, `/${BUCKET}${query}`, {}, body);

    expect(answer.status).toBe(400);
    expect(answer.body).toContain('<Code>MalformedXML</Code>');
  });

  it('of metadata beyond 2 KB stores nothing', async () => {
    const { put, events } = await givenS3();

    await expect(put('k', 'x', { Metadata: { note: 'n'.repeat(2045) } })).rejects.toMatchObject({
      name: 'MetadataTooLarge',
    });

    expect(events).toEqual([]);
  });

  it('never repeats a key, which may hold a phone number', async () => {
    const { s3 } = await givenS3();

    const answer = await raw(s3.endpoint, 'GET', `/${BUCKET}/call-4915112345.wav`);

    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('4915112345');
  });
});

describe('a client that waits for 100-continue', () => {
  it('is let on and its body stored', async () => {
    const { s3, text } = await givenS3();
    const headers = { expect: '100-continue', 'content-length': 5 };
    const outgoing = request(`${s3.endpoint}/${BUCKET}/k`, { method: 'PUT', headers });

    outgoing.flushHeaders();
    await once(outgoing, 'continue');
    outgoing.end('audio');
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    answer.resume();

    expect(answer.statusCode).toBe(200);
    expect(await text('k')).toBe('audio');
  });
});
