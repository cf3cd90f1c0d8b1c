import {
  InvokeEndpointCommand,
  ModelError,
  SageMakerRuntimeClient,
  ValidationError,
} from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_CLIENT } from '../../../../local/clients.ts';
import { listen, readBody, type Listener } from '../../../../local/services/http.ts';
import {
  startSageMakerRuntime,
  type SageMakerRuntime,
} from '../../../../local/services/sagemaker-runtime/server.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';
import { until } from '../../../support/until.ts';

const MIB = 2 ** 20;
const clock = new JumpingClock();

interface Handed {
  url: string;
  contentType: string;
  body: Buffer;
}

/** What the container does with a request; null leaves it without an answer. */
let behaviour: { status: number; body: string } | 'silent' | 'crash';
let handed: Handed[];
let isHealthy: boolean;
let container: Listener;
let runtime: SageMakerRuntime;
let client: SageMakerRuntimeClient;

beforeAll(async () => {
  container = await listen(async (request, response) => {
    const { url = '', headers } = request;
    const body = await readBody(request, 30 * MIB);
    handed.push({ url, contentType: headers['content-type'] ?? '', body });
    if (behaviour === 'crash') response.destroy();
    if (typeof behaviour === 'string') return;
    response.writeHead(behaviour.status, { 'content-type': 'application/json' });
    response.end(behaviour.body);
  });
  runtime = await startSageMakerRuntime({
    clock,
    endpointName: 'sada-local-jais',
    inferenceComponentName: 'sada-local-jais-1',
    container: {
      healthy: (signal) =>
        new Promise((resolve) => {
          if (isHealthy) resolve(container.endpoint);
          signal.addEventListener('abort', () => resolve(null));
        }),
    },
  });
  client = new SageMakerRuntimeClient({
    ...LOCAL_CLIENT,
    endpoint: runtime.endpoint,
    maxAttempts: 1,
  });
});
beforeEach(() => {
  behaviour = { status: 200, body: '{"counts":[3]}' };
  handed = [];
  isHealthy = true;
  runtime.scaleFromZero();
});
afterAll(async () => {
  client.destroy();
  await Promise.all([runtime.close(), container.close()]);
});

const invoke = (more: { Body?: string | Uint8Array; EndpointName?: string; none?: true } = {}) => {
  const { none, ...given } = more;
  return client.send(
    new InvokeEndpointCommand({
      EndpointName: 'sada-local-jais',
      ...(none === undefined && { InferenceComponentName: 'sada-local-jais-1' }),
      ContentType: 'application/json',
      Body: '{"count":["سلام"]}',
      ...given,
    }),
  );
};

const failure = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (error: unknown) => error,
  );

describe('InvokeEndpoint', () => {
  it('hands the body to the container, and its answer back', async () => {
    const { Body, ContentType, InvokedProductionVariant } = await invoke();
    expect(Body.transformToString()).toBe('{"counts":[3]}');
    expect([ContentType, InvokedProductionVariant]).toEqual(['application/json', 'AllTraffic']);
    expect(handed).toEqual([
      {
        url: '/invocations',
        contentType: 'application/json',
        body: Buffer.from('{"count":["سلام"]}'),
      },
    ]);
  });

  it.each([400, 413, 503, 500])(
    'says with a ModelError that the container said %s',
    async (status) => {
      behaviour = { status, body: '{"error":{"code":"BUSY"}}' };
      const error = await failure(invoke());
      expect(error).toBeInstanceOf(ModelError);
      expect(error).toMatchObject({
        $metadata: { httpStatusCode: 424 },
        OriginalStatusCode: status,
        OriginalMessage: behaviour.body,
        LogStreamArn: expect.stringContaining('arn:aws:logs:') as string,
      });
    },
  );

  it('gives the container sixty seconds', async () => {
    behaviour = 'silent';
    const asked = failure(invoke());
    await until('the container is asked', () => handed.length === 1);
    await clock.jump(59_999);
    const stillWaiting = await Promise.race([asked, Promise.resolve('waiting')]);
    expect(stillWaiting).toBe('waiting');
    await clock.jump(1);
    expect(await asked).toMatchObject({ name: 'ModelError', OriginalStatusCode: 0 });
  });

  it('says with a ModelError that the container broke off', async () => {
    behaviour = 'crash';
    expect(await failure(invoke())).toMatchObject({ name: 'ModelError', OriginalStatusCode: 0 });
  });

  it('takes 25 MB and not a byte more', async () => {
    await invoke({ Body: Buffer.alloc(25 * MIB, 32) });
    expect(handed[0]?.body.length).toBe(25 * MIB);
    const error = await failure(invoke({ Body: Buffer.alloc(25 * MIB + 1, 32) }));
    expect(error).toMatchObject({ $metadata: { httpStatusCode: 413 } });
    expect(handed).toHaveLength(1);
  });

  it.each([
    ['an endpoint that is not there', { EndpointName: 'other' }, 'not found'],
    ['a request that names no component', { none: true } as const, 'header is required'],
  ])('refuses %s', async (_what, more, message) => {
    const error = await failure(invoke(more));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ message: expect.stringContaining(message) as string });
    expect(handed).toEqual([]);
  });
});

describe('a component at zero copies', () => {
  const ZERO = { name: 'ValidationError', $metadata: { httpStatusCode: 400 } };

  it('has no capacity for as many requests as it is told', async () => {
    runtime.scaleToZero(2);
    for (const _ of [1, 2]) {
      const error = await failure(invoke());
      expect(error).toMatchObject(ZERO);
      expect(String(error)).toContain('has no capacity');
    }
    await invoke();
    expect(handed).toHaveLength(1);
  });

  it('has none until it is told otherwise', async () => {
    runtime.scaleToZero();
    for (const _ of [1, 2, 3]) expect(await failure(invoke())).toMatchObject(ZERO);
    runtime.scaleFromZero();
    await invoke();
  });

  it('is what a container counts as that takes longer to start than a request waits', async () => {
    isHealthy = false;
    const asked = failure(invoke());
    await until('the request waits', () => clock.waiting > 0);
    await clock.jump(30_000);
    expect(await asked).toMatchObject(ZERO);
    expect(handed).toEqual([]);
  });
});
