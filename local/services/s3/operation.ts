import type { Clock } from '../../../core/clock.ts';
import type { S3Answer } from './answer.ts';
import type { ObjectCreated } from './object-created.ts';
import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';
import type { Bucket } from './store/bucket.ts';
import { checkKey } from './store/names.ts';
import type { ObjectStore } from './store/object-store.ts';

/** What every operation may use. */
export interface S3Context {
  readonly store: ObjectStore;
  readonly clock: Clock;
  /** Settles once the event is accepted; the write is answered after that. */
  readonly onObjectCreated: (event: ObjectCreated) => Promise<void>;
}

export type S3Operation = (context: S3Context, request: S3Request) => Promise<S3Answer>;

/** @throws S3Error InvalidURI when the path names no bucket */
export function namedBucket(request: S3Request): string {
  if (request.bucket !== undefined) return request.bucket;
  throw new S3Error('InvalidURI', 'The request names no bucket.');
}

/**
 * The bucket and the key that a request is about.
 * @throws S3Error NoSuchBucket, InvalidBucketName, InvalidURI or KeyTooLongError
 */
export function target({ store }: S3Context, request: S3Request): { bucket: Bucket; key: string } {
  const bucket = store.bucket(request.bucket);
  if (request.key === undefined) throw new S3Error('InvalidURI', 'The request names no key.');
  checkKey(request.key);
  return { bucket, key: request.key };
}
