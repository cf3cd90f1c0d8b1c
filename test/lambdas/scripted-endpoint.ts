import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { LOCAL_CLIENT } from '../../local/clients.ts';
import { listen, readBody } from '../../local/services/http.ts';
import { startSageMakerRuntime } from '../../local/services/sagemaker-runtime/server.ts';
import { JumpingClock } from '../support/jumping-clock.ts';

/** What a container answers an invocation with; null gives none and hangs. */
export type Invocation = (request: {
  count?: string[];
  branches?: { name: string }[];
}) => { status?: number; body: unknown } | null;

export const ENDPOINT = 'sada-test-jais';
export const COMPONENT = 'sada-test-jais-1';
const MODEL = { name: 'scripted', sha256: 'abc', contextTokens: 2048 };

/** Counts a token for every four characters, and answers what it is told to. */
export const answering =
  (answers: unknown): Invocation =>
  ({ count }) => ({
    body:
      count === undefined
        ? {
            answers,
            usage: { promptTokens: 1, cachedTokens: 0, completionTokens: 1 },
            model: MODEL,
          }
        : { counts: count.map((text) => Math.ceil(text.length / 4)), model: MODEL },
  });

export const refusing =
  (status: number, code: string, more: object = {}): Invocation =>
  () => ({ status, body: { error: { code, message: 'no', ...more } } });

/** The stand-in of the service over a container that follows a script, and a client of it. */
export async function aScriptedEndpoint() {
  const clock = new JumpingClock();
  const script: { behave: Invocation; asked: unknown[] } = { behave: answering({}), asked: [] };
  const container = await listen(async (request, response) => {
    const asked = JSON.parse((await readBody(request)).toString()) as Parameters<Invocation>[0];
    script.asked.push(asked);
    const answer = script.behave(asked);
    if (answer === null) return;
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  const runtime = await startSageMakerRuntime({
    clock,
    endpointName: ENDPOINT,
    inferenceComponentName: COMPONENT,
    container: { healthy: async () => container.endpoint },
  });
  const client = new SageMakerRuntimeClient({
    ...LOCAL_CLIENT,
    endpoint: runtime.endpoint,
    maxAttempts: 1,
  });
  return {
    clock,
    script,
    runtime,
    client,
    async close() {
      client.destroy();
      await Promise.all([runtime.close(), container.close()]);
    },
  };
}
