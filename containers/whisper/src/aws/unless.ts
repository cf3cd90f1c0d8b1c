import { S3ServiceException } from '@aws-sdk/client-s3';

/** Undefined where S3 has no such object. */
export const unlessMissing = <T>(send: () => Promise<T>): Promise<T | undefined> =>
  unlessStatus(404, send);

/** Undefined where somebody else was first. */
export const unlessThere = <T>(send: () => Promise<T>): Promise<T | undefined> =>
  unlessStatus(412, send);

async function unlessStatus<T>(status: number, send: () => Promise<T>): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    const isExpected =
      error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
    if (isExpected) return undefined;
    throw error;
  }
}
