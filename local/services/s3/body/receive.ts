import { open, rm, type FileHandle } from 'node:fs/promises';
import { S3Error } from '../errors.ts';
import { header, type S3Request } from '../request.ts';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { Digests, readClaims } from './integrity.ts';

/** A body that came whole and as its sender said, in a file of its own. */
export interface ReceivedBody {
  readonly file: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly md5: string;
  /** What the sender claimed and we verified: base64 by name. */
  readonly checksums: Readonly<Record<string, string>>;
}

/**
 * Writes a request's payload to `file` as it comes, in constant memory.
 * @throws S3Error when the body is not what its headers and trailers say; the file is gone then
 */
export async function receiveBody(request: S3Request, file: string): Promise<ReceivedBody> {
  const claims = readClaims(request);
  const length = announcedLength(request);
  const handle = await open(file, 'wx');
  try {
    const digests = new Digests(claims);
    const { size, trailers } = await copy(request, handle, digests);
    if (size !== length) {
      throw new S3Error('IncompleteBody', `The header announced ${length} bytes, ${size} came.`);
    }
    return { file, size, ...digests.verify(trailers) };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Whether a payload is framed; some clients leave the content encoding out. */
export function isAwsChunked(request: S3Request): boolean {
  const signed = header(request, 'x-amz-content-sha256') ?? '';
  const encoding = header(request, 'content-encoding') ?? '';
  return signed.startsWith('STREAMING-') || encodings(encoding).includes('aws-chunked');
}

/** The single codings of a Content-Encoding header. */
export const encodings = (value: string): string[] =>
  value
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '');

async function copy(
  request: S3Request,
  handle: FileHandle,
  digests: Digests,
): Promise<{ size: number; trailers: ReadonlyMap<string, string> }> {
  const decoder = isAwsChunked(request) ? new AwsChunkedDecoder() : undefined;
  let size = 0;
  // The request outlives the loop: after a refusal in its midst the rest has to be read away.
  for await (const chunk of request.message.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    for (const payload of decoder?.decode(bytes) ?? [bytes]) {
      digests.update(payload);
      await handle.writev([payload]);
      size += payload.length;
    }
  }
  return { size, trailers: decoder?.end() ?? new Map<string, string>() };
}

function announcedLength(request: S3Request): number {
  const name = isAwsChunked(request) ? 'x-amz-decoded-content-length' : 'content-length';
  const value = header(request, name);
  if (value !== undefined && /^\d+$/.test(value)) return Number(value);
  throw new S3Error('MissingContentLength', `You must provide the ${name} HTTP header.`);
}
