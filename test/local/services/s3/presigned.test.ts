import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, raw } from './given-s3.ts';

/** The jumping clock's start, as signatures write it. */
const SIGNED_AT = '20260105T090000Z';

/** A URL as presigners make it, changed as a test wants; the signature is any. */
function presigned(path: string, changes: Record<string, string | undefined> = {}): string {
  const parameters = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': 'local/20260105/eu-central-1/s3/aws4_request',
    'X-Amz-Date': SIGNED_AT,
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': 'a'.repeat(64),
    ...changes,
  };
  const given = Object.entries(parameters).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  return `${path}?${new URLSearchParams(given).toString()}`;
}

describe('a presigned URL', () => {
  it('gets an object, and a version of it, until it expires', async () => {
    const { s3, put, clock } = await givenS3();
    const first = await put('مكالمة.wav', 'first');
    await put('مكالمة.wav', 'second');
    const path = `/${BUCKET}/${encodeURIComponent('مكالمة.wav')}`;

    expect((await raw(s3.endpoint, 'GET', presigned(path))).body).toBe('second');
    expect((await raw(s3.endpoint, 'GET', presigned(path, { versionId: first }))).body).toBe(
      'first',
    );
    await clock.jump(900_000);
    expect((await raw(s3.endpoint, 'GET', presigned(path))).status).toBe(200);
    await clock.jump(1);
    const expired = await raw(s3.endpoint, 'GET', presigned(path));

    expect(expired.status).toBe(403);
    expect(expired.body).toContain(
      '<Code>AccessDenied</Code><Message>Request has expired</Message>',
    );
  });

  it('puts an object with the metadata that it carries', async () => {
    const { s3, client, text, events } = await givenS3();
    const path = presigned(`/${BUCKET}/k`, {
      'x-amz-meta-agent-id': 'a-17',
      'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
      'x-id': 'PutObject',
    });

    const answer = await raw(s3.endpoint, 'PUT', path, { 'content-type': 'audio/wav' }, 'audio');

    expect(answer.status).toBe(200);
    expect(await text('k')).toBe('audio');
    const head = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(head).toMatchObject({ ContentType: 'audio/wav', Metadata: { 'agent-id': 'a-17' } });
    expect(events).toHaveLength(1);
  });

  it('that has expired stores nothing', async () => {
    const { s3, clock, events } = await givenS3();
    await clock.jump(3_600_000);

    const answer = await raw(s3.endpoint, 'PUT', presigned(`/${BUCKET}/k`), {}, 'audio');

    expect(answer.status).toBe(403);
    expect(events).toEqual([]);
  });

  it('holds a body against the checksum that it was signed with', async () => {
    const { s3 } = await givenS3();
    const path = presigned(`/${BUCKET}/k`, { 'x-amz-checksum-crc32': 'AAAAAA==' });

    expect((await raw(s3.endpoint, 'PUT', path, {}, 'audio')).body).toContain('BadDigest');
  });

  it.each([
    ['no date', { 'X-Amz-Date': undefined }],
    ['no signature', { 'X-Amz-Signature': undefined }],
    ['no algorithm', { 'X-Amz-Algorithm': undefined }],
    ['another algorithm', { 'X-Amz-Algorithm': 'AWS4-HMAC-MD5' }],
    ['a date that is none', { 'X-Amz-Date': '2026-01-05' }],
    ['the 45th of January', { 'X-Amz-Date': '20260145T090000Z' }],
    ['a time that is none', { 'X-Amz-Expires': 'soon' }],
    ['a negative time', { 'X-Amz-Expires': '-1' }],
    ['more than a week', { 'X-Amz-Expires': '604801' }],
  ])('with %s is refused', async (_name, changes) => {
    const { s3, put } = await givenS3();
    await put('k', 'audio');

    const answer = await raw(s3.endpoint, 'GET', presigned(`/${BUCKET}/k`, changes));

    expect(answer.status).toBe(400);
    expect(answer.body).toContain('<Code>AuthorizationQueryParametersError</Code>');
  });

  it('of a time to come is not valid yet, but for clocks that differ a little', async () => {
    const { s3, put } = await givenS3();
    await put('k', 'audio');
    const ask = (date: string) =>
      raw(s3.endpoint, 'GET', presigned(`/${BUCKET}/k`, { 'X-Amz-Date': date }));

    expect((await ask('20260105T091500Z')).status).toBe(200);
    expect((await ask('20260105T091501Z')).body).toContain('Request is not yet valid');
  });

  it('is the only authorisation that a request has', async () => {
    const { s3 } = await givenS3();
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=x' };

    const answer = await raw(s3.endpoint, 'GET', presigned(`/${BUCKET}/k`), headers);

    expect(answer.body).toContain('<Code>InvalidArgument</Code>');
  });
});
