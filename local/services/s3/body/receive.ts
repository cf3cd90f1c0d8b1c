import { S3Error } from '../errors.ts';
import { header, type S3Request } from '../request.ts';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import type { ChecksumName } from './digests.ts';
import { Digests, readClaims } from './integrity.ts';
import { inNewFile, writeAll, type BodyFile } from './body-file.ts';

/** S3's limit for one request, 5 GiB: larger objects come in parts. */
const LARGEST_BODY = 5 * 2 ** 30;

/**
 * Writes a request's payload to `file` as it comes, in constant memory.
 * @param algorithm a checksum to be taken when the sender gives none
 * @throws S3Error when the body is not what its headers and trailers say; the file is gone then
 */
export async function receiveBody(
  request: S3Request,
  file: string,
  algorithm?: ChecksumName,
): Promise<BodyFile> {
  const digests = new Digests(readClaims(request), algorithm);
  const length = announcedLength(request);
  const decoder = isAwsChunked(request) ? new AwsChunkedDecoder() : undefined;
  return inNewFile(file, async (handle) => {
    const size = await writeAll(payload(request, decoder), handle, digests);
    const trailers = decoder?.end() ?? new Map<string, string>();
    if (size === length) return { file, size, ...digests.verify(trailers) };
    throw new S3Error('IncompleteBody', `The header announced ${length} bytes, ${size} came.`);
  });
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

async function* payload(
  request: S3Request,
  decoder: AwsChunkedDecoder | undefined,
): AsyncGenerator<Buffer> {
  // The request outlives the loop: after a refusal in its midst the rest has to be read away.
  for await (const chunk of request.message.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    yield* decoder?.decode(bytes) ?? [bytes];
  }
}

function announcedLength(request: S3Request): number {
  const name = isAwsChunked(request) ? 'x-amz-decoded-content-length' : 'content-length';
  const value = header(request, name);
  if (value === undefined || !/^\d+$/.test(value)) {
    throw new S3Error('MissingContentLength', `You must provide the ${name} HTTP header.`);
  }
  if (Number(value) <= LARGEST_BODY) return Number(value);
  throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
}
