import type { IncomingMessage } from 'node:http';
import { REQUEST_LIMITS } from '../../../../core/language-model.ts';
import { ClientGone, RequestRefused } from './refusal.ts';

/**
 * A request's body as JSON.
 * @throws RequestRefused BODY_TOO_LARGE, INVALID_UTF8, MALFORMED_JSON; ClientGone
 */
export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  return parsed(decoded(await bytesOf(request)));
}

/** A body over the limit is still read to its end, or its sender would see a reset connection. */
async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length <= REQUEST_LIMITS.bodyBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    throw new ClientGone('the request broke off');
  }
  if (length <= REQUEST_LIMITS.bodyBytes) return Buffer.concat(chunks);
  const limit = `${REQUEST_LIMITS.bodyBytes} bytes`;
  throw new RequestRefused(
    'BODY_TOO_LARGE',
    `The body is ${length} bytes, expected up to ${limit}.`,
  );
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestRefused('INVALID_UTF8', 'The body is not UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused('MALFORMED_JSON', 'The body is not JSON.');
  }
}
