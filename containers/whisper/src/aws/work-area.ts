import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { S3Reference } from '../../../../core/call.ts';
import type { WorkArea } from '../ports.ts';
import { unlessMissing, unlessThere } from './unless.ts';

/** What workers write in S3; the bucket's own rules encrypt it and let it expire. */
export function s3WorkArea(s3: S3Client, bucket: string): WorkArea {
  const object = (key: string) => ({ Bucket: bucket, Key: key });
  const json = (key: string, Body: string) =>
    ({ ...object(key), Body, ContentType: 'application/json' }) as const;
  const find = async (key: string): Promise<S3Reference | undefined> => {
    const head = await unlessMissing(() => s3.send(new HeadObjectCommand(object(key))));
    return head && withVersion({ bucket, key }, head.VersionId);
  };
  return {
    find,
    async list(Prefix) {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }));
      return Contents.flatMap(({ Key }) => Key ?? []);
    },
    async read({ key, versionId: VersionId }) {
      const get = new GetObjectCommand({ ...object(key), VersionId });
      return (await unlessMissing(() => s3.send(get)))?.Body?.transformToString();
    },
    async writeOnce(key, body) {
      const put = new PutObjectCommand({ ...json(key, body), IfNoneMatch: '*' });
      const stored = await unlessThere(() => s3.send(put));
      if (stored) return withVersion({ bucket, key }, stored.VersionId);
      const there = await find(key);
      if (there === undefined) throw new Error('a result was there and is gone');
      return there;
    },
    async write(key, body, abortSignal) {
      const stored = await s3.send(new PutObjectCommand(json(key, body)), { abortSignal });
      return withVersion({ bucket, key }, stored.VersionId);
    },
    async erase({ key, versionId: VersionId }) {
      await s3.send(new DeleteObjectCommand({ ...object(key), VersionId }));
    },
  };
}

function withVersion(
  object: { bucket: string; key: string },
  versionId: string | undefined,
): S3Reference {
  return versionId === undefined ? object : { ...object, versionId };
}
