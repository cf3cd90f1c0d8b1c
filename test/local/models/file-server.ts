import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to one request; without any of it the file is served. */
export interface Mishap {
  /** Sends nothing more after so many bytes, and keeps the connection. */
  stallAfter?: number;
  /** Answers this instead of the file. */
  status?: number;
  /** Sends the asker elsewhere. */
  location?: string;
}

export interface FileServer {
  url: string;
  /** Headers of the requests so far. */
  asked: IncomingHttpHeaders[];
  content: Buffer;
  etag: string | null;
  /** Whether it knows ranges. */
  ranges: boolean;
  /** What happens to the requests to come, one after the other. */
  mishaps: Mishap[];
  /** Breaks every connection there is. */
  readonly cut: () => void;
  close(): Promise<void>;
}

/** A server of one file, on loopback, that can be made to misbehave. */
export async function startFileServer(content: Buffer): Promise<FileServer> {
  const server = createServer(({ headers }, response) => {
    served.asked.push(headers);
    answer(served, headers, served.mishaps.shift() ?? {}, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const served: FileServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    content,
    etag: '"one"',
    ranges: true,
    mishaps: [],
    cut: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return served;
}

function answer(
  { content, etag, ranges }: FileServer,
  headers: IncomingHttpHeaders,
  { stallAfter, status, location }: Mishap,
  response: ServerResponse,
): void {
  if (location !== undefined) return void response.writeHead(302, { location }).end();
  if (status !== undefined) return void response.writeHead(status).end('no');
  const unchanged = headers['if-range'] === undefined || headers['if-range'] === etag;
  const wanted = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  const start = ranges && unchanged && wanted !== undefined ? Number(wanted) : 0;
  const body = content.subarray(start);
  const range = `bytes ${start}-${content.length - 1}/${content.length}`;
  response.writeHead(start > 0 ? 206 : 200, {
    'content-length': body.length,
    ...(etag !== null && { etag }),
    ...(start > 0 && { 'content-range': range }),
  });
  if (stallAfter !== undefined) response.write(body.subarray(0, stallAfter));
  else response.end(body);
}
