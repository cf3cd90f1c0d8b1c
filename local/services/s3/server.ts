import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../core/clock.ts';
import { listen, type Listener } from '../http.ts';
import { drain, errorAnswer, send, type S3Answer } from './answer.ts';
import type { ObjectCreated } from './object-created.ts';
import type { S3Context } from './operation.ts';
import { admitPresigned } from './presigned.ts';
import { newRequestId, readRequest } from './request.ts';
import { operationFor } from './router.ts';
import { ObjectStore } from './store/object-store.ts';

export interface S3Options {
  /** Holds buckets and versions; made when absent, read when not. One process at a time. */
  readonly directory: string;
  readonly clock: Clock;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** A write is answered once this settles; when it rejects, the client is told to try again. */
  readonly onObjectCreated: (event: ObjectCreated) => Promise<void>;
}

export interface S3 extends Listener {
  /** Makes a versioned bucket, unless it is there. */
  createBucket(name: string): void;
}

/** Serves S3, path style, out of a directory. */
export async function startS3({ directory, clock, port, onObjectCreated }: S3Options): Promise<S3> {
  const store = new ObjectStore(directory, clock);
  const context = { store, clock, onObjectCreated };
  const listener = await listen((message, response) => serve(context, message, response), port);
  return {
    ...listener,
    createBucket(name) {
      if (!store.has(name)) store.createBucket(name, { versioning: 'Enabled' });
    },
  };
}

async function serve(
  context: S3Context,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = newRequestId();
  const answer = await answerTo(context, message, id);
  await send(response, { id, method: message.method ?? 'GET' }, answer);
}

async function answerTo(
  context: S3Context,
  message: IncomingMessage,
  id: string,
): Promise<S3Answer> {
  try {
    const request = admitPresigned(readRequest(message, id), context.clock);
    return await operationFor(request)(context, request);
  } catch (error) {
    drain(message);
    return errorAnswer(error, id);
  }
}
