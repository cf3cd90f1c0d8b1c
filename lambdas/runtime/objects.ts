import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type * as z from 'zod';
import type { S3Reference } from '../../core/call.ts';
import { Malformed } from '../../core/errors.ts';
import { parseAs } from './handler.ts';

/** JSON objects in S3, parsed as what they should be. */
export class ObjectStore {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** The newest version under a key, or null when there is none. */
  async find(key: string): Promise<S3Reference | null> {
    try {
      const { VersionId } = await this.#s3.send(
        new HeadObjectCommand({ Bucket: this.#bucket, Key: key }),
      );
      return reference(this.#bucket, key, VersionId);
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFound') return null;
      throw error;
    }
  }

  /** @throws Malformed when the object is not what `schema` says */
  async read<T>({ bucket, key, versionId }: S3Reference, schema: z.ZodType<T>): Promise<T> {
    const { Body } = await this.#s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    const text = (await Body?.transformToString()) ?? '';
    return parseAs(schema, parseJson(text), 'stored object');
  }

  /** Replaces what is under the key; older versions age out by the bucket's rules. */
  async write(key: string, value: unknown): Promise<S3Reference> {
    const { VersionId } = await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: JSON.stringify(value),
        ContentType: 'application/json; charset=utf-8',
      }),
    );
    return reference(this.#bucket, key, VersionId);
  }

  /** Deletes that very version for good, not only the name. */
  async erase({ bucket, key, versionId }: S3Reference): Promise<void> {
    await this.#s3.send(
      new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
  }
}

const reference = (bucket: string, key: string, versionId: string | undefined): S3Reference => ({
  bucket,
  key,
  ...(versionId !== undefined && { versionId }),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed('stored object', 'not JSON');
  }
}
