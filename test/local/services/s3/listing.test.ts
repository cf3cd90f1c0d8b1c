import {
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, givenS3, raw, type GivenS3 } from './given-s3.ts';

const list = ({ client }: GivenS3, more: Partial<ListObjectsV2CommandInput> = {}) =>
  client.send(new ListObjectsV2Command({ Bucket: BUCKET, ...more }));

async function givenKeys(...keys: string[]): Promise<GivenS3> {
  const given = await givenS3();
  for (const key of keys) await given.put(key, key);
  return given;
}

/** Every key and prefix, page by page. */
async function allPages(given: GivenS3, more: Partial<ListObjectsV2CommandInput>) {
  const entries: (string | undefined)[] = [];
  const sizes: (number | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await list(given, { ...more, ContinuationToken });
    entries.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
    entries.push(...(page.Contents ?? []).map(({ Key }) => Key));
    sizes.push(page.KeyCount);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined && sizes.length < 20);
  return { entries, sizes };
}

describe('a list of objects', () => {
  it('is in the order of UTF-8 bytes, not of UTF-16', async () => {
    const given = await givenKeys('\u{1F4DE}', '\uFF21', 'b', 'B', 'ب', 'a/b', 'a-b');

    const { Contents = [] } = await list(given);

    expect(Contents.map(({ Key }) => Key)).toEqual([
      'B',
      'a-b',
      'a/b',
      'b',
      'ب',
      '\uFF21',
      '\u{1F4DE}',
    ]);
  });

  it('holds size, entity tag and date of each', async () => {
    const given = await givenKeys('a');

    const { Contents = [] } = await list(given);

    expect(Contents).toEqual([
      {
        Key: 'a',
        Size: 1,
        ETag: '"0cc175b9c0f1b6a831c399e269772661"',
        LastModified: new Date(given.clock.now()),
        StorageClass: 'STANDARD',
      },
    ]);
  });

  it('narrows to a prefix and groups by a delimiter', async () => {
    const given = await givenKeys('r/1/a', 'r/1/b', 'r/2/a', 'r/top', 's/x', 'q');

    const page = await list(given, { Prefix: 'r/', Delimiter: '/' });

    expect(page.CommonPrefixes).toEqual([{ Prefix: 'r/1/' }, { Prefix: 'r/2/' }]);
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['r/top']);
    expect(page.KeyCount).toBe(3);
  });

  it('comes in pages that neither lose nor repeat an entry', async () => {
    const given = await givenKeys('a', 'b/1', 'b/2', 'b/3', 'c', 'd/1', 'e', 'é', 'f');

    expect(await allPages(given, { MaxKeys: 2 })).toEqual({
      entries: ['a', 'b/1', 'b/2', 'b/3', 'c', 'd/1', 'e', 'f', 'é'],
      sizes: [2, 2, 2, 2, 1],
    });
    expect(await allPages(given, { MaxKeys: 1, Delimiter: '/' })).toEqual({
      entries: ['a', 'b/', 'c', 'd/', 'e', 'f', 'é'],
      sizes: [1, 1, 1, 1, 1, 1, 1],
    });
  });

  it('starts after a key, and a page of none is no reason to go on', async () => {
    const given = await givenKeys('a', 'b', 'c');

    const rest = await list(given, { StartAfter: 'a' });
    const none = await list(given, { MaxKeys: 0 });

    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['b', 'c']);
    expect(none).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  it('URL-encodes keys when asked to', async () => {
    const given = await givenKeys('a b+c/é~(1).wav');

    const page = await list(given, { EncodingType: 'url' });

    expect(page.Contents?.[0]?.Key).toBe('a+b%2Bc/%C3%A9%7E%281%29.wav');
  });

  it.each(['max-keys=-1', 'max-keys=many', 'encoding-type=base64', 'continuation-token=%21'])(
    'is refused with %s',
    async (parameter) => {
      const { s3 } = await givenS3();

      const answer = await raw(s3.endpoint, 'GET', `/${BUCKET}?list-type=2&${parameter}`);

      expect(answer.status).toBe(400);
      expect(answer.body).toContain('<Code>InvalidArgument</Code>');
    },
  );
});

describe('the list of old tools', () => {
  it('goes on from the last key, or from the marker that a delimiter brings', async () => {
    const { client } = await givenKeys('a', 'b/1', 'b/2', 'c', 'ب');
    const ask = { Bucket: BUCKET, MaxKeys: 2 };

    const plain = await client.send(new ListObjectsCommand({ ...ask, Marker: 'b/1' }));
    const grouped = await client.send(new ListObjectsCommand({ ...ask, Delimiter: '/' }));
    const rest = await client.send(
      new ListObjectsCommand({ ...ask, Delimiter: '/', Marker: grouped.NextMarker }),
    );

    expect(plain.Contents?.map(({ Key }) => Key)).toEqual(['b/2', 'c']);
    expect([plain.IsTruncated, plain.NextMarker]).toEqual([true, undefined]);
    expect(grouped.CommonPrefixes).toEqual([{ Prefix: 'b/' }]);
    expect(grouped.NextMarker).toBe('b/');
    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['c', 'ب']);
    expect(rest.IsTruncated).toBe(false);
  });

  it('names the owner of each object, the newer one when asked', async () => {
    const { client } = await givenKeys('a');

    const old = await client.send(new ListObjectsCommand({ Bucket: BUCKET }));
    const asked = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, FetchOwner: true }));

    expect(old.Contents?.[0]?.Owner).toEqual({ ID: '000000000000' });
    expect(asked.Contents?.[0]?.Owner).toEqual({ ID: '000000000000' });
  });
});
