import { rm } from 'node:fs/promises';
import { objectCreated, type ObjectCreatedReason } from './object-created.ts';
import type { S3Context } from './operation.ts';
import type { S3Request } from './request.ts';
import type { Bucket } from './store/bucket.ts';
import type { StoredObject } from './store/stored-version.ts';

export interface ObjectWrite {
  readonly bucket: Bucket;
  /** Holds the bytes; gone when `store` refuses. */
  readonly file: string;
  readonly reason: ObjectCreatedReason;
  /** Synchronous, so that nothing comes between its checks and the write. */
  readonly store: () => StoredObject;
}

/** What all writes end with: the object is put in place, then its event is accepted. */
export async function writeObject(
  context: S3Context,
  request: S3Request,
  { bucket, file, reason, store }: ObjectWrite,
): Promise<StoredObject> {
  const version = await unlessRefused(file, store);
  await context.onObjectCreated(objectCreated(bucket, version, { requestId: request.id, reason }));
  return version;
}

/** Removes a received file when it is not to be stored. */
export async function unlessRefused<T>(file: string, store: () => T): Promise<T> {
  try {
    return store();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
