import type { ServerResponse } from 'node:http';

/** An error of InvokeEndpoint, as its SDK client reads it (Smithy's restJson1). */
export class InvocationError extends Error {
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;

  /**
   * @param name one of the API's; the service sends none with its 413
   * @param members what its body holds beside the message
   */
  constructor(name: string, status: number, message: string, members = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.members = members;
  }
}

const ZERO_COPIES =
  'Inference Component has no capacity to process this request. ApplicationAutoScaling may be in-progress (if configured) or try to increase the capacity by invoking UpdateInferenceComponentRuntimeConfig API.';

/** What the service says of a component without a copy in service, word for word: callers read it. */
export const noCapacity = (): InvocationError => validationError(ZERO_COPIES);

export const validationError = (message: string): InvocationError =>
  new InvocationError('ValidationError', 400, message);

/**
 * What the container answered is no success, or it gave no answer at all, which counts as 0.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
 */
export function modelError(
  originalStatus: number,
  originalMessage: string,
  logStreamArn: string,
): InvocationError {
  const side = originalStatus >= 400 && originalStatus < 500 ? 'client' : 'server';
  return new InvocationError(
    'ModelError',
    424,
    `Received ${side} error (${originalStatus}) from primary with message "${originalMessage}".`,
    {
      OriginalStatusCode: originalStatus,
      OriginalMessage: originalMessage,
      LogStreamArn: logStreamArn,
    },
  );
}

export function answerError(response: ServerResponse, error: unknown): void {
  const { name, message, status, members } = invocationError(error);
  if (response.writableEnded || response.destroyed) return;
  if (name !== '') response.setHeader('x-amzn-errortype', name);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ Message: message, ...members }));
}

function invocationError(error: unknown): InvocationError {
  if (error instanceof InvocationError) return error;
  if (error instanceof RangeError) return new InvocationError('', 413, error.message);
  return new InvocationError('InternalFailure', 500, 'the stand-in failed');
}
