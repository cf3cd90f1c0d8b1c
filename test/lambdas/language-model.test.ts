import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ERROR } from '../../core/contract.ts';
import { EndpointLanguageModel } from '../../lambdas/runtime/language-model.ts';
import { selectAnalyser } from '../../core/analysers.ts';
import { DEFAULT_SETTINGS } from '../support/settings.ts';
import { until } from '../support/until.ts';
import { aService, loopbackClient } from '../containers/whisper/aws/loopback.ts';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { LOCAL_CLIENT } from '../../local/clients.ts';
import {
  startSageMakerRuntime,
  type SageMakerRuntime,
} from '../../local/services/sagemaker-runtime/server.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { answering, aScriptedModel, refusing, type Invocation } from '../support/scripted-model.ts';

const ENDPOINT = 'sada-test-jais';
const COMPONENT = 'sada-test-jais-1';
const clock = new JumpingClock();

let scripted: Awaited<ReturnType<typeof aScriptedModel>>;
let runtime: SageMakerRuntime;
let client: SageMakerRuntimeClient;
let model: EndpointLanguageModel;

beforeAll(async () => {
  scripted = await aScriptedModel();
  runtime = await startSageMakerRuntime({
    clock,
    endpointName: ENDPOINT,
    inferenceComponentName: COMPONENT,
    container: scripted.container,
  });
  client = new SageMakerRuntimeClient({
    ...LOCAL_CLIENT,
    endpoint: runtime.endpoint,
    maxAttempts: 1,
  });
  model = new EndpointLanguageModel(ENDPOINT, COMPONENT, client);
});
beforeEach(() => {
  scripted.script.behave = answering({});
  scripted.script.asked = [];
  runtime.scaleFromZero();
});
afterAll(async () => {
  client.destroy();
  await Promise.all([runtime.close(), scripted.close()]);
});

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
    expect([contextTokens, scripted.script.asked.length]).toEqual([2048, 3]);
  });

  it('answers what it was asked', async () => {
    const mood = { label: 'good', probabilities: { good: 0.75, bad: 0.25 } };
    scripted.script.behave = answering({ mood });
    expect((await ask()).answers).toEqual({ mood });
    expect(scripted.script.asked).toMatchObject([{ prefix: 'a call' }]);
  });

  it('has no capacity at zero copies', async () => {
    runtime.scaleToZero();
    expect(await failureOf(ask())).toMatchObject({ name: ERROR.modelHasNoCapacity });
    expect(scripted.script.asked).toEqual([]);
  });

  it('has no capacity under a name that a deployment has replaced', async () => {
    const replaced = new EndpointLanguageModel(ENDPOINT, 'sada-test-jais-0', client);
    expect(await failureOf(replaced.count(['a']))).toMatchObject({
      name: ERROR.modelHasNoCapacity,
    });
  });

  it.each<[string, Invocation]>([
    ['its queue is full', refusing(503, 'OVERLOADED')],
    ['it is not loaded', refusing(503, 'MODEL_NOT_LOADED')],
    ['nothing was answered in its time', refusing(504, 'DEADLINE_EXCEEDED')],
  ])('is busy when %s', async (_when, behave) => {
    scripted.script.behave = behave;
    expect(await failureOf(ask())).toMatchObject({ name: ERROR.modelBusy });
  });

  it('is busy when it hangs', async () => {
    scripted.script.behave = () => null;
    const asked = failureOf(ask());
    await until('the container is asked', () => scripted.script.asked.length === 1);
    await clock.jump(60_000);
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
    scripted.script.behave = refusing(400, 'PROMPT_TOO_LONG', { tokensOver: 37 });
    expect(await failureOf(ask())).toMatchObject({ name: 'PromptTooLong', tokensOver: 37 });
  });

  it.each<[string, Invocation, string]>([
    ['a request it cannot take', refusing(400, 'INVALID_REQUEST'), 'ModelFailed'],
    ['a fault of its own', refusing(500, 'INTERNAL'), 'ModelFailed'],
    ['an error without a reason', () => ({ status: 400, body: 'oops' }), 'ModelFailed'],
    ['no JSON', () => ({ body: '{"answers":' }), 'Malformed'],
    ['another shape', () => ({ body: { answers: [] } }), 'Malformed'],
  ])('fails plainly on %s', async (_what, behave, name) => {
    scripted.script.behave = behave;
    expect(await failureOf(ask())).toMatchObject({ name });
  });

  it('leaves out an answer of another form, and no other', async () => {
    const mood = { label: 'good', probabilities: { good: 2 } };
    scripted.script.behave = answering({ mood, other: { value: 1 } });
    expect((await ask()).answers).toEqual({ other: { value: 1 } });
  });

  it('does not take a count of fewer texts for one of all', async () => {
    scripted.script.behave = (request) => answering({})({ count: request.count?.slice(1) ?? [] });
    expect(await failureOf(model.count(['a', 'b']))).toMatchObject({ name: 'Malformed' });
  });
});

const settings = DEFAULT_SETTINGS;
const none = {
  settings,
  model: (): never => {
    throw new Error('no model here');
  },
};

describe('the engine', () => {
  it('jais needs a model, the baseline none', () => {
    expect(selectAnalyser('jais', { settings, model: () => model }).name).toBe('jais');
    expect(() => selectAnalyser('jais', none)).toThrow('no model here');
    expect(selectAnalyser('baseline', none).name).toBe('baseline');
  });

  it('is refused under another name, with those that there are', () => {
    expect(() => selectAnalyser('gpt', none)).toThrow("'gpt', expected one of: baseline, jais");
    expect(() => selectAnalyser('constructor', none)).toThrow('expected one of');
  });
});
