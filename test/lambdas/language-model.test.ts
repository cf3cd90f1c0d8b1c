import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ERROR } from '../../core/contract.ts';
import { EndpointLanguageModel } from '../../lambdas/runtime/language-model.ts';
import { selectAnalyser } from '../../lambdas/runtime/analysers.ts';
import { until } from '../support/until.ts';
import { aService, loopbackClient } from '../containers/whisper/aws/loopback.ts';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import {
  answering,
  aScriptedEndpoint,
  COMPONENT,
  ENDPOINT,
  refusing,
  type Invocation,
} from './scripted-endpoint.ts';

let endpoint: Awaited<ReturnType<typeof aScriptedEndpoint>>;
let model: EndpointLanguageModel;

beforeAll(async () => {
  endpoint = await aScriptedEndpoint();
  model = new EndpointLanguageModel(ENDPOINT, COMPONENT, endpoint.client);
});
beforeEach(() => {
  endpoint.script.behave = answering({});
  endpoint.script.asked = [];
  endpoint.runtime.scaleFromZero();
});
afterAll(() => endpoint.close());

const ask = () =>
  model.answer({
    prefix: 'a call',
    branches: [{ name: 'mood', suffix: 'good or bad?', choose: ['good', 'bad'] }],
  });
const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (error: unknown) => error,
  );

describe('the language model behind an endpoint', () => {
  it('counts more texts than one request takes, in order', async () => {
    const texts = Array.from({ length: 2500 }, (_, at) => 'x'.repeat(at % 9));
    const { counts, contextTokens } = await model.count(texts);
    expect(counts).toEqual(texts.map(({ length }) => Math.ceil(length / 4)));
    expect([contextTokens, endpoint.script.asked.length]).toEqual([2048, 3]);
  });

  it('answers what it was asked', async () => {
    const mood = { label: 'good', probabilities: { good: 0.75, bad: 0.25 } };
    endpoint.script.behave = answering({ mood });
    expect((await ask()).answers).toEqual({ mood });
    expect(endpoint.script.asked).toMatchObject([{ prefix: 'a call' }]);
  });

  it('has no capacity at zero copies', async () => {
    endpoint.runtime.scaleToZero();
    expect(await failureOf(ask())).toMatchObject({ name: ERROR.modelHasNoCapacity });
    expect(endpoint.script.asked).toEqual([]);
  });

  it.each<[string, Invocation]>([
    ['its queue is full', refusing(503, 'OVERLOADED')],
    ['it is not loaded', refusing(503, 'MODEL_NOT_LOADED')],
    ['nothing was answered in its time', refusing(504, 'DEADLINE_EXCEEDED')],
  ])('is busy when %s', async (_when, behave) => {
    endpoint.script.behave = behave;
    expect(await failureOf(ask())).toMatchObject({ name: ERROR.modelBusy });
  });

  it('is busy when it hangs', async () => {
    endpoint.script.behave = () => null;
    const asked = failureOf(ask());
    await until('the container is asked', () => endpoint.script.asked.length === 1);
    await endpoint.clock.jump(60_000);
    expect(await asked).toMatchObject({ name: ERROR.modelBusy });
  });

  it('is busy when the service throttles', async () => {
    const service = await aService(() => ({
      status: 429,
      headers: { 'x-amzn-errortype': 'ThrottlingException' },
      body: '{"message":"Rate exceeded"}',
    }));
    const client = new SageMakerRuntimeClient(loopbackClient(service.endpoint));
    const throttled = new EndpointLanguageModel(ENDPOINT, COMPONENT, client);
    expect(await failureOf(throttled.count(['a']))).toMatchObject({ name: ERROR.modelBusy });
    client.destroy();
    await service.close();
  });

  it('says by how many tokens a prompt is too long', async () => {
    endpoint.script.behave = refusing(400, 'PROMPT_TOO_LONG', { tokensOver: 37 });
    expect(await failureOf(ask())).toMatchObject({ name: 'PromptTooLong', tokensOver: 37 });
  });

  it.each<[string, Invocation, string]>([
    ['a request it cannot take', refusing(400, 'INVALID_REQUEST'), 'ModelError'],
    ['a fault of its own', refusing(500, 'INTERNAL'), 'ModelError'],
    ['an error without a reason', () => ({ status: 400, body: 'oops' }), 'ModelError'],
    ['no JSON', () => ({ body: '{"answers":' }), 'Malformed'],
    ['another shape', () => ({ body: { answers: [] } }), 'Malformed'],
  ])('fails plainly on %s', async (_what, behave, name) => {
    endpoint.script.behave = behave;
    expect(await failureOf(ask())).toMatchObject({ name });
  });

  it('leaves out an answer of another form, and no other', async () => {
    const mood = { label: 'good', probabilities: { good: 2 } };
    endpoint.script.behave = answering({ mood, other: { value: 1 } });
    expect((await ask()).answers).toEqual({ other: { value: 1 } });
  });

  it('does not take a count of fewer texts for one of all', async () => {
    endpoint.script.behave = (request) => answering({})({ count: request.count?.slice(1) ?? [] });
    expect(await failureOf(model.count(['a', 'b']))).toMatchObject({ name: 'Malformed' });
  });
});

describe('the engine jais', () => {
  it('needs to be told its endpoint', () => {
    expect(() => selectAnalyser('jais')).toThrow('SADA_MODEL_ENDPOINT');
  });

  it('is refused under another name, with those that there are', () => {
    expect(() => selectAnalyser('gpt')).toThrow("'gpt', expected one of: baseline, jais");
    expect(() => selectAnalyser('constructor')).toThrow('expected one of');
  });
});
