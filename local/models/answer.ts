import type { Response } from 'undici';
import { DownloadRefused, SourceUnavailable } from './errors.ts';
import { request, type Have } from './request.ts';
import type { Source } from './source.ts';

/** It broke off, and what came is kept: worth another attempt. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** What a source answers with when it has nothing from there on: what is here is of another file. */
const RANGE_NOT_SATISFIABLE = 416;
/** Come back later (RFC 9110, section 15; RFC 6585, section 4). */
const LATER = [408, 425, 429];

/**
 * The answer of a source that gives the file.
 * @throws SourceUnavailable, DownloadRefused
 */
export async function answered(source: Source, have: Have, signal: AbortSignal): Promise<Response> {
  const response = await asked(source, have, signal);
  const { status } = response;
  if (status === 200 || status === 206) return response;
  await response.body?.cancel();
  if (status === RANGE_NOT_SATISFIABLE) return answered(source, { bytes: 0, etag: null }, signal);
  if (LATER.includes(status) || status >= 500)
    throw new SourceUnavailable(`${source.url} answers ${status}; try again later`);
  throw new DownloadRefused(refusalOf(source, status));
}

async function asked(source: Source, have: Have, signal: AbortSignal): Promise<Response> {
  try {
    return await request(source, have, signal);
  } catch (error) {
    throw new SourceUnavailable(
      `${new URL(source.url).host} cannot be reached (${reasonOf(error)}): a pull needs the network, or a mirror with --mirror`,
    );
  }
}

/** The cause that Node's network layer gives, by its code where it has one. */
export function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'AbortError') return 'no answer';
  return cause?.code ?? cause?.message ?? message;
}

function refusalOf({ url, authorization }: Source, status: number): string {
  if (status !== 401 && status !== 403) return `${url} answers ${status}`;
  return authorization === null
    ? `${url} asks for a token (${status}): accept the model's terms there with an account, and put a read token of it into HF_TOKEN`
    : `${url} refuses what it was shown (${status}): has the account of HF_TOKEN accepted the model's terms?`;
}
