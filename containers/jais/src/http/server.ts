import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { kindOf, type Log } from '../log.ts';
import { jsonOf } from './body.ts';
import { ClientGone, RequestRefused } from './refusal.ts';

/** What the server hands on: it knows paths and status codes, nothing of models. */
export interface Service {
  /** @throws RequestRefused while no request would be answered */
  ping(): void;
  /**
   * Accepts a request whose body is still to come; what is accepted is answered.
   * @throws RequestRefused
   */
  accept(): Invocation;
}

/**
 * @param gone aborts when whoever asked has hung up
 * @throws RequestRefused, ClientGone
 */
export type Invocation = (body: unknown, gone: AbortSignal) => Promise<object>;

/** SageMaker's two paths, and how each is asked. */
const METHODS: Readonly<Record<string, string>> = { '/ping': 'GET', '/invocations': 'POST' };

/** Seconds after which a refused client is told to try again. */
const RETRY_AFTER_SECONDS = 2;

/** Longer than whoever balances requests keeps connections, so that it is the one to close them. */
const KEEP_ALIVE_MS = 75_000;

export function modelServer(service: Service, log: Log): Server {
  const server = createServer((request, response) => {
    void respond(service, request, response)
      .catch((error: unknown) => refusalOf(error, log))
      .then((answer) => answer !== null && send(response, answer, server.listening))
      // What nobody has read of a body would hold the connection up.
      .finally(() => request.resume());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

interface Answer {
  status: number;
  body: object;
}

async function respond(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer> {
  const path = routeOf(request);
  if (path === '/ping') {
    service.ping();
    return { status: 200, body: {} };
  }
  const invoke = service.accept();
  const gone = new AbortController();
  response.once('close', () => gone.abort(new ClientGone('the connection was closed')));
  const body = await jsonOf(request);
  return { status: 200, body: await invoke(body, gone.signal) };
}

function routeOf({ method, url = '' }: IncomingMessage): string {
  const [path = ''] = url.split('?');
  const expected = Object.hasOwn(METHODS, path) ? METHODS[path] : undefined;
  if (method === expected) return path;
  if (expected !== undefined) {
    throw new RequestRefused('METHOD_NOT_ALLOWED', `This path is asked with ${expected}.`);
  }
  throw new RequestRefused('NOT_FOUND', 'There are GET /ping and POST /invocations.');
}

/** @returns null when nobody reads an answer */
function refusalOf(error: unknown, log: Log): Answer | null {
  if (error instanceof ClientGone) return null;
  if (error instanceof RequestRefused) return error;
  log.error('request failed', { error: kindOf(error) });
  return new RequestRefused('INTERNAL', 'The server failed on this request.');
}

function send(response: ServerResponse, { status, body }: Answer, listening: boolean): void {
  if (response.destroyed) return;
  // A connection that stayed open would keep a server that stops from ending.
  if (!listening) response.setHeader('connection', 'close');
  if (status === 503) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
