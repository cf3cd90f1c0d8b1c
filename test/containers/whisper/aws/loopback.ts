import type { IncomingMessage } from 'node:http';
import { listen, readBody, type Listener } from '../../../../local/services/http.ts';

/** A request as a service would see it. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A service on loopback that gives canned answers and keeps what it was asked. */
export async function aService(
  answer: (seen: Seen) => Answer,
): Promise<Listener & { seen: Seen[] }> {
  const seen: Seen[] = [];
  const listener = await listen(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const asked = { method, url, headers, body: (await readBody(request)).toString() };
    seen.push(asked);
    const { status = 200, headers: answered = {}, body = '' } = answer(asked);
    response.writeHead(status, { 'x-amzn-requestid': 'request-1', ...answered });
    response.end(method === 'HEAD' ? undefined : body);
  });
  return { ...listener, seen };
}

/** What every client needs to speak to loopback, with nothing read from this machine. */
export const loopbackClient = (endpoint: string) => ({
  endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
});

/** How S3 says what went wrong. */
export const errorBody = (code: string): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;
