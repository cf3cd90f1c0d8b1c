import { EnvHttpProxyAgent, fetch, type Response } from 'undici';
import type { Source } from './source.ts';

/** Through HTTPS_PROXY and NO_PROXY where they are set. How long nothing may come is ours to say. */
const agent = new EnvHttpProxyAgent({ bodyTimeout: 0, headersTimeout: 0 });

/** What is already here of a file. */
export interface Have {
  bytes: number;
  /** The strong entity tag that came with them, if one did. */
  etag: string | null;
}

/**
 * Asks for what is missing of a file. Redirects are followed; one that leads to another host
 * goes without the authorization (Fetch standard, HTTP-redirect fetch).
 */
export function request(
  { url, authorization }: Source,
  { bytes, etag }: Have,
  signal: AbortSignal,
): Promise<Response> {
  const headers = {
    // What is counted and hashed is the file, not a compressed form of it.
    'accept-encoding': 'identity',
    ...(authorization !== null && { authorization }),
    ...(bytes > 0 && { range: `bytes=${bytes}-` }),
    ...(bytes > 0 && etag !== null && { 'if-range': etag }),
  };
  return fetch(url, { headers, signal, dispatcher: agent });
}

/** The entity tag of an answer, unless it is a weak one, which vouches for no single byte. */
export function strongEtag(response: Response): string | null {
  const etag = response.headers.get('etag');
  return etag?.startsWith('"') ? etag : null;
}

/** Where the body of an answer starts in the file, and how long the whole is, if it says so. */
export function extentOf({ status, headers }: Response): { start: number; total: number | null } {
  if (status !== 206) return { start: 0, total: numberOf(headers.get('content-length')) };
  const [, start, total] =
    /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  return { start: Number(start ?? NaN), total: numberOf(total) };
}

function numberOf(text: string | null | undefined): number | null {
  const value = Number(text ?? NaN);
  return Number.isInteger(value) ? value : null;
}
