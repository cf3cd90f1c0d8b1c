import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import { describe, expect, it } from 'vitest';
import { AnswerRequest, type AnswerRequestInput } from '../../../core/language-model.ts';
import { answer } from '../../../containers/jais/src/answers/answer.ts';
import { PriorCache } from '../../../containers/jais/src/answers/prior-cache.ts';
import { configFrom } from '../../../containers/jais/src/config.ts';
import { ModelService } from '../../../containers/jais/src/service.ts';
import { JumpingClock } from '../../support/jumping-clock.ts';
import { until } from '../../support/until.ts';
import { aLoadedModel, aModelFolder, silent } from './a-model.ts';

const folder = await aModelFolder();
const forking = await aLoadedModel(folder);
const taking = await aLoadedModel(folder, { fork: false, sequences: 1 });

const REQUEST: AnswerRequestInput = {
  prefix: 'The customer asked for a refund. العميل يريد استرداد المبلغ. '.repeat(12),
  temperature: 0,
  branches: [
    { name: 'sentiment', suffix: ' Sentiment:', choose: [' positive', ' negative', ' neutral'] },
    {
      name: 'summary',
      suffix: ' Summary: ',
      write: { type: 'string', maxLength: 60 },
      maxTokens: 125,
    },
    { name: 'outcome', suffix: ' Outcome:', choose: [' resolved', ' follow up', ' follow call'] },
    {
      name: 'topics',
      suffix: ' Topics: ',
      write: { type: 'array', maxItems: 3, items: { enum: ['billing', 'router', 'فاتورة'] } },
      maxTokens: 60,
    },
    {
      name: 'effort',
      suffix: ' Effort: ',
      write: { type: 'integer', minimum: 1, maximum: 99 },
      maxTokens: 5,
    },
  ],
};

const answering = (model: typeof forking) => ({
  model,
  priors: new PriorCache(),
  log: silent,
  queueLength: 4,
});
const never = new AbortController().signal;
const answersOf = async (model: typeof forking, request: AnswerRequestInput) =>
  (await answer(answering(model), AnswerRequest.parse(request), never)).answers;

/** Labels, values, and probabilities to the digits that do not depend on what runs beside. */
const comparable = (answers: object): unknown =>
  JSON.parse(JSON.stringify(answers), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(4)) : value,
  );

describe('branches of one prefix', () => {
  it('are answered alike on copies, in turns, and each in a request of its own', async () => {
    expect(forking.lanes.get(null)?.forks).toBe(true);
    const onCopies = await answersOf(forking, REQUEST);
    const inTurns = await answersOf(taking, REQUEST);
    const alone = await Promise.all(
      REQUEST.branches.map((branch) => answersOf(forking, { ...REQUEST, branches: [branch] })),
    );
    expect(comparable(inTurns)).toEqual(comparable(onCopies));
    expect(comparable(Object.assign({}, ...alone) as object)).toEqual(comparable(onCopies));
  });

  it('follow the whole prefix, as a plain evaluation of prefix and suffix does', async () => {
    const { tokenizer, lanes } = taking;
    const sequence = lanes.get(null)?.sequences[0] as LlamaContextSequence;
    await sequence.clearHistory();
    const prompt = [REQUEST.prefix, ' Sentiment:'].flatMap((text) => tokenizer.tokensOf(text));
    const labels = [' positive', ' negative', ' neutral'];
    const [first = 0, ...others] = labels.map((label) => tokenizer.tokensOf(label)[0] as Token);
    const last = [prompt.at(-1) as Token, { generateNext: { logits: true } }] as const;
    const outputs = await sequence.controlledEvaluate([...prompt.slice(0, -1), [...last]]);
    const logits = outputs.at(-1)?.next.logits;
    const weights = [first as Token, ...others].map((token) => Math.exp(logits?.get(token) ?? NaN));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const { sentiment } = await answersOf(forking, REQUEST);
    const { probabilities } = sentiment as { probabilities: Record<string, number> };
    labels.forEach((label, at) =>
      expect(probabilities[label]).toBeCloseTo((weights[at] ?? NaN) / total, 4),
    );
  });

  it('leave every sequence free', () => {
    expect(forking.lanes.get(null)?.pool.free).toBe(4);
  });

  it('are evaluated from a prefix that is evaluated once', async () => {
    const prefix = `Once. ${REQUEST.prefix}`;
    const before = forking.lanes.get(null)?.sequences.map((one) => one.tokenMeter.usedInputTokens);
    await answersOf(forking, { ...REQUEST, prefix });
    const after = forking.lanes.get(null)?.sequences.map((one) => one.tokenMeter.usedInputTokens);
    const evaluated = (after ?? []).map((tokens, at) => tokens - (before?.[at] ?? 0));
    const length = forking.tokenizer.tokensOf(prefix).length;
    expect(Math.max(...evaluated)).toBeGreaterThanOrEqual(length);
    expect(evaluated.filter((tokens) => tokens >= length)).toHaveLength(1);
  });
});

/** Rejections that come while the clock jumps must find someone who waits for them. */
const expectRefused = async (answered: Promise<object>, refusal: object): Promise<void> => {
  await expect(answered).rejects.toMatchObject(refusal);
};

const drawn = (): number =>
  (forking.lanes.get(null)?.sequences ?? [])
    .map(({ tokenMeter }) => tokenMeter.usedOutputTokens)
    .reduce((sum, tokens) => sum + tokens, 0);

function aService(clock: JumpingClock, model = forking): ModelService {
  const service = new ModelService(configFrom({}), clock, silent);
  service.load(model);
  return service;
}

describe('a request that takes too long', () => {
  const LONG = {
    ...REQUEST,
    branches: [
      { name: 'first', suffix: ' A', choose: ['yes', 'no'] },
      {
        name: 'endless',
        suffix: ' B',
        write: { type: 'string', minLength: 250, maxLength: 250 },
        maxTokens: 760,
      },
    ],
  };

  it('keeps what was answered in its 50 s and says what was not', async () => {
    const clock = new JumpingClock();
    const answered = aService(clock).accept()(LONG, never);
    // The choice takes one evaluation; the text goes on for hundreds.
    const enough = drawn() + 20;
    await until('the text is begun', () => drawn() > enough);
    await clock.jump(50_000);
    expect(await answered).toMatchObject({
      answers: { first: { label: /./ }, endless: { error: { code: 'DEADLINE_EXCEEDED' } } },
    });
  });

  it('is refused when nothing of it was answered', async () => {
    const clock = new JumpingClock();
    const { branches } = LONG;
    const answered = aService(clock).accept()({ ...LONG, branches: branches.slice(1) }, never);
    const refused = expectRefused(answered, {
      code: 'DEADLINE_EXCEEDED',
      status: 504,
    });
    await clock.jump(50_000);
    await refused;
    expect(forking.lanes.get(null)?.pool.free).toBe(4);
  });

  it('is cut short when the server has to stop', async () => {
    const clock = new JumpingClock();
    const service = aService(clock);
    const answered = service.accept()({ ...LONG, branches: LONG.branches.slice(1) }, never);
    const refused = expectRefused(answered, { code: 'STOPPING', status: 503 });
    service.drain();
    expect(() => service.accept()).toThrow('about to stop');
    await clock.jump(25_000);
    await refused;
  });
});
