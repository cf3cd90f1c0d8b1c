import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3Error } from './errors.ts';
import { xmlDocument } from './xml.ts';

/** What an operation answers; the server turns it into HTTP. */
export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** XML text, or an object's bytes. */
  readonly body?: string | Readable;
}

/** S3's error document. A fault of ours shows its error code alone: its message could hold a path. */
export function errorAnswer(error: unknown, requestId: string): S3Answer {
  const { code, message, status, headers } = error instanceof S3Error ? error : internal(error);
  if (status === 304) return { status, headers };
  return {
    status,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: xmlDocument('Error', { Code: code, Message: message, RequestId: requestId }),
  };
}

export function xmlAnswer(body: string, headers: S3Answer['headers'] = {}): S3Answer {
  return { status: 200, headers: { ...headers, 'content-type': 'application/xml' }, body };
}

/** Writes an answer; the answer to a HEAD has headers only. */
export async function send(
  response: ServerResponse,
  request: { id: string; method: string },
  { status, headers, body }: S3Answer,
): Promise<void> {
  if (response.destroyed) return;
  const length = typeof body === 'string' ? { 'content-length': Buffer.byteLength(body) } : {};
  response.writeHead(status, { 'x-amz-request-id': request.id, ...length, ...headers });
  if (request.method === 'HEAD' || body === undefined) response.end();
  else if (typeof body === 'string') response.end(body);
  else await pipeline(body, response);
}

/** Reads on to the end of a request that was refused midway: the next one waits behind it. */
export const drain = (message: IncomingMessage): void => void message.resume();

function internal(error: unknown): S3Error {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : 'unknown';
  return new S3Error('InternalError', `We encountered an internal error (${code}).`);
}
