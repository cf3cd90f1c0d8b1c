import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod';
import { readBody } from './http.ts';

/** An error with one of a service's own codes, as its SDK client expects it. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  readonly queryCode: string | undefined;

  /**
   * @param code the service's error name, for example `QueueDoesNotExist`
   * @param queryCode its name in the service's older query protocol, where it has one: clients of
   *   such a service look for it in `x-amzn-query-error`
   */
  constructor(code: string, message: string, status = 400, queryCode?: string) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.queryCode = queryCode;
  }
}

/** One operation of a service: input as the client sent it, output as the client will read it. */
export type Operation = (input: unknown, signal: AbortSignal) => Promise<unknown>;

/**
 * An operation that is given what it takes and nothing else.
 * @param refusal the service's error code for an input that its schema refuses
 */
export function validated<Schema extends z.ZodType>(
  refusal: string,
  schema: Schema,
  act: (input: z.infer<Schema>, signal: AbortSignal) => unknown,
): Operation {
  return async (input, signal) => {
    const { success, data, error } = schema.safeParse(input);
    if (success) return act(data, signal);
    const [issue] = error.issues;
    throw new ServiceError(refusal, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  };
}

/**
 * Serves the AWS JSON protocols (1.0 and 1.1): one POST, the operation named in `X-Amz-Target`,
 * errors as `{"__type", "message"}`. https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 * @param service the prefix of the target, for example `AmazonSQS`
 */
export function awsJson(
  service: string,
  operations: Readonly<Record<string, Operation>>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      const operation = operationOf(service, operations, request);
      const input = parse(await readBody(request));
      reply(response, request, 200, (await operation(input, gone.signal)) ?? {});
    } catch (error) {
      const { code, message, status, queryCode } = serviceError(error);
      if (queryCode !== undefined) {
        response.setHeader(
          'x-amzn-query-error',
          `${queryCode};${status < 500 ? 'Sender' : 'Receiver'}`,
        );
      }
      reply(response, request, status, { __type: code, message });
    }
  };
}

function operationOf(
  service: string,
  operations: Readonly<Record<string, Operation>>,
  request: IncomingMessage,
): Operation {
  const target = request.headers['x-amz-target'];
  const [prefix, name] = typeof target === 'string' ? target.split('.') : [];
  const operation = prefix === service && name !== undefined ? operations[name] : undefined;
  if (operation !== undefined) return operation;
  throw new ServiceError(
    'UnknownOperationException',
    `expected ${service}.<${Object.keys(operations).join('|')}>, got ${String(target)}`,
  );
}

function parse(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'expected a JSON body');
  }
}

function serviceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof RangeError) {
    return new ServiceError('RequestEntityTooLargeException', error.message, 413);
  }
  return new ServiceError(
    'InternalFailure',
    error instanceof Error ? error.message : 'unknown',
    500,
  );
}

function reply(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  body: unknown,
): void {
  if (response.writableEnded || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': request.headers['content-type'] ?? 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}
