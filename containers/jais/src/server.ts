import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Why a request was not answered; callers tell these apart, so they never change. */
export type ErrorCode = 'MODEL_NOT_LOADED' | 'METHOD_NOT_ALLOWED' | 'NOT_FOUND';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  MODEL_NOT_LOADED: 503,
  METHOD_NOT_ALLOWED: 405,
  NOT_FOUND: 404,
};

const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  MODEL_NOT_LOADED: 'No model is loaded.',
  METHOD_NOT_ALLOWED: 'This path is asked in another way.',
  NOT_FOUND: 'There are GET /ping and POST /invocations.',
};

/** SageMaker's two paths, and how each is asked. */
const METHODS: Readonly<Record<string, string>> = { '/ping': 'GET', '/invocations': 'POST' };

/**
 * The endpoint's server. It listens before any model is there, since SageMaker expects an answer
 * within two seconds: unwell, until a model is loaded.
 */
export function modelServer(): Server {
  return createServer((request, response) => {
    request.resume();
    request.once('end', () => refuse(response, errorOf(request)));
  });
}

function errorOf({ method, url = '' }: IncomingMessage): ErrorCode {
  const [path = ''] = url.split('?');
  const expected = Object.hasOwn(METHODS, path) ? METHODS[path] : undefined;
  if (expected === undefined) return 'NOT_FOUND';
  return method === expected ? 'MODEL_NOT_LOADED' : 'METHOD_NOT_ALLOWED';
}

function refuse(response: ServerResponse, code: ErrorCode): void {
  const body = JSON.stringify({ error: { code, message: MESSAGES[code] } });
  response.writeHead(STATUS[code], { 'content-type': 'application/json' });
  response.end(body);
}
