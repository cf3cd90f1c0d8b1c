import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { S3Error } from './errors.ts';

/** A request as S3 reads it: what it is about, and what it asks. */
export interface S3Request {
  /** 16 upper-case characters, as S3's. */
  readonly id: string;
  readonly method: string;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly message: IncomingMessage;
}

/**
 * Reads a path-style request. The path is cut by hand: a URL parser would resolve the `..` and
 * `//` that keys may hold.
 * @throws S3Error InvalidURI when the path is no percent-encoded UTF-8
 */
export function readRequest(message: IncomingMessage, id: string): S3Request {
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const path = (mark === -1 ? url : url.slice(0, mark)).slice(1);
  const slash = path.indexOf('/');
  return {
    id,
    method: message.method ?? 'GET',
    bucket: named(slash === -1 ? path : path.slice(0, slash)),
    key: slash === -1 ? undefined : named(path.slice(slash + 1)),
    query: new URLSearchParams(mark === -1 ? '' : url.slice(mark + 1)),
    headers: message.headers,
    message,
  };
}

export const newRequestId = (): string => randomBytes(8).toString('hex').toUpperCase();

/** A header's value; Node joins repeated headers, so a list never reaches here but for cookies. */
export function header(request: S3Request, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function named(encoded: string): string | undefined {
  if (encoded === '') return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}
