import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message or event of 1 MiB, each byte of it a six-character escape in JSON, and its envelope. */
const LARGEST_BODY = 2 ** 23;

/** A service of the local system that listens on loopback. */
export interface Listener {
  /** For example `http://127.0.0.1:4010`. */
  readonly endpoint: string;
  readonly port: number;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** Another program listens on the port. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  constructor(port: number) {
    super(`port ${port} is in use on this machine`);
  }
}

/**
 * Serves HTTP on loopback alone.
 * @param port 0 takes any free port
 * @throws PortInUse
 */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port = 0,
): Promise<Listener> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  // Long polls and large uploads outlast Node's default limits.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = boundPort(server);
  return {
    endpoint: `http://127.0.0.1:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A port for a program that prints none of its own choosing.
 * @param wanted 0 takes any free port
 * @throws PortInUse
 */
export async function freePort(wanted = 0): Promise<number> {
  const listener = await listen(async () => undefined, wanted);
  await listener.close();
  return listener.port;
}

function boundPort(server: Server): number {
  // A TCP server that listens has an AddressInfo; strings are for pipes.
  const address = server.address() as AddressInfo;
  return address.port;
}

/**
 * Reads a request's whole body.
 * @throws RangeError when it is longer than `limit` bytes
 */
export async function readBody(request: IncomingMessage, limit = LARGEST_BODY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A loop over the request itself would destroy it when left early: what the client still sends
  // would stand in the way of its next request on the connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > limit) break;
    chunks.push(bytes);
  }
  if (size > limit) {
    request.resume();
    throw new RangeError(`body longer than ${limit} bytes`);
  }
  return Buffer.concat(chunks);
}
