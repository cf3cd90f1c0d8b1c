import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../core/clock.ts';
import { ACCOUNT } from '../../names.ts';
import { listen, readBody, type Listener } from '../http.ts';
import { invokeContainer, type Container } from './container.ts';
import { answerError, InvocationError, noCapacity, validationError } from './error.ts';

/** 25 MB, as the API counts them (API reference of InvokeEndpoint). */
const LARGEST_BODY = 25 * 2 ** 20;

/** How long a request waits for a container that is starting, before it counts as no copy. */
const START_WAIT_MS = 30_000;

const INVOCATION = /^\/endpoints\/([^/?]+)\/invocations$/;

export interface SageMakerRuntimeOptions {
  clock: Clock;
  endpointName: string;
  inferenceComponentName: string;
  /** Null where no model is: the endpoint is not there then. */
  container: Container | null;
  /** 0, the default, takes any free port. */
  port?: number;
}

export interface SageMakerRuntime extends Listener {
  /** Plays the component at zero copies for that many requests, or until `scaleFromZero`. */
  scaleToZero(requests?: number): void;
  scaleFromZero(): void;
}

/** Serves InvokeEndpoint for one inference component. */
export async function startSageMakerRuntime(
  options: SageMakerRuntimeOptions,
): Promise<SageMakerRuntime> {
  let refusals = 0;
  const listener = await listen(async (request, response) => {
    try {
      const body = await bodyOf(request);
      const container = namedIn(request, options);
      if (refusals > 0) {
        refusals -= 1;
        throw noCapacity();
      }
      await invoke(body, request, response, { clock: options.clock, container });
    } catch (error) {
      answerError(response, error);
    }
  }, options.port);
  return {
    ...listener,
    scaleToZero: (requests = Infinity) => (refusals = requests),
    scaleFromZero: () => (refusals = 0),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBody(request, LARGEST_BODY);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`HTTP content length exceeded ${LARGEST_BODY} bytes.`);
  }
}

/**
 * The container of the component that a request names.
 * @throws InvocationError as the service refuses a request that reaches none
 */
function namedIn(
  { method, url = '', headers }: IncomingMessage,
  { endpointName, inferenceComponentName, container }: SageMakerRuntimeOptions,
): Container {
  const [, endpoint] = INVOCATION.exec(url) ?? [];
  if (method !== 'POST' || endpoint === undefined) {
    throw new InvocationError('UnknownOperationException', 404, 'expected InvokeEndpoint');
  }
  if (endpoint !== endpointName || container === null) {
    throw validationError(`Endpoint ${endpoint} of account ${ACCOUNT} not found.`);
  }
  const component = headers['x-amzn-sagemaker-inference-component'];
  if (component === undefined) {
    throw validationError(
      'Inference Component Name header is required for endpoints to which you plan to deploy inference components.',
    );
  }
  if (component !== inferenceComponentName) {
    throw validationError(`Inference Component ${String(component)} not found.`);
  }
  return container;
}

async function invoke(
  body: Buffer,
  { headers }: IncomingMessage,
  response: ServerResponse,
  { clock, container }: { clock: Clock; container: Container },
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const address = await startedWithin(START_WAIT_MS, container, clock, gone.signal);
  if (address === null) throw noCapacity();
  const contentType = headers['content-type'] ?? 'application/octet-stream';
  const answer = await invokeContainer(
    address,
    { body, contentType },
    { clock, gone: gone.signal },
  );
  response.writeHead(200, {
    'content-type': answer.contentType,
    'x-amzn-invoked-production-variant': 'AllTraffic',
  });
  response.end(answer.body);
}

async function startedWithin(
  waitMs: number,
  container: Container,
  clock: Clock,
  gone: AbortSignal,
): Promise<string | null> {
  const late = new AbortController();
  const cancel = clock.after(waitMs, () => late.abort());
  const address = await container.healthy(AbortSignal.any([late.signal, gone]));
  cancel();
  return address;
}
