import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import {
  AnswerResponse,
  REQUEST_LIMITS,
  type AnswerRequestInput,
} from '../../../core/language-model.ts';
import { writeRandomAdapter } from '../../../containers/jais/tools/gguf/adapter.ts';
import { SHAPES } from '../../../containers/jais/tools/gguf/shape.ts';
import { aModelFolder } from './a-model.ts';
import { aServer, post, type RunningServer } from './a-server.ts';
import { INJECTIONS } from './injections.ts';

const folder = await aModelFolder();
await writeRandomAdapter(join(folder, 'calls.lora.gguf'), SHAPES.tiny);

/** The engine's start, on a machine that others use as well. */
const START_MS = 60_000;

let server: RunningServer;
beforeAll(async () => {
  server = await aServer(folder, { SADA_MODEL_QUEUE_LENGTH: '16' });
}, START_MS);
afterAll(async () => {
  server.stop();
  await server.ended;
});

const SENTIMENT = {
  name: 'sentiment',
  suffix: ' Sentiment: ',
  choose: ['positive', 'negative', 'neutral'],
};
const SUMMARY = {
  name: 'summary',
  suffix: ' Summary: ',
  write: { type: 'object', properties: { text: { type: 'string', maxLength: 40 } } },
  maxTokens: 150,
};
const asked = (others: Partial<AnswerRequestInput> = {}): AnswerRequestInput => ({
  prefix: 'The customer asked for a refund. العميل يريد استرداد المبلغ.',
  branches: [SENTIMENT, SUMMARY],
  ...others,
});
const answersTo = async (request: AnswerRequestInput): Promise<AnswerResponse> => {
  const { status, body } = await post(server, request);
  expect({ status, body }).toMatchObject({ status: 200 });
  return AnswerResponse.parse(body);
};
const drawnWith = (seed: number) => answersTo(asked({ temperature: 1, seed }));

describe('a request', () => {
  it('gets a label with all probabilities and a value that fits, in its own order', async () => {
    const { answers, usage, model } = await answersTo(asked());
    expect(Object.keys(answers)).toEqual(['sentiment', 'summary']);
    expect(answers).toMatchObject({
      sentiment: { label: expect.any(String) as string },
      summary: { value: { text: expect.any(String) as string } },
    });
    const { probabilities } = answers['sentiment'] as { probabilities: Record<string, number> };
    expect(Object.keys(probabilities).sort()).toEqual(['negative', 'neutral', 'positive']);
    const total = Object.values(probabilities).reduce((sum, one) => sum + one, 0);
    expect(total).toBeCloseTo(1, 12);
    expect(usage.promptTokens).toBeGreaterThan(10);
    expect(model.name).toBe('random jais, seed 1');
  });

  it('draws the same again with the same seed, and else with another', async () => {
    const [first, again, other] = [await drawnWith(1), await drawnWith(1), await drawnWith(2)];
    expect(again.answers).toEqual(first.answers);
    expect(other.answers['summary']).not.toEqual(first.answers['summary']);
    expect(other.answers['sentiment']).toEqual(first.answers['sentiment']);
  });

  it('finds its prefix evaluated when the request before it had the same', async () => {
    const { usage } = await answersTo(asked());
    expect(usage.cachedTokens).toBeGreaterThan(usage.promptTokens / 2);
  });

  it('is answered by the adapter that it chooses', async () => {
    const plain = await answersTo(asked());
    const adapted = await answersTo(asked({ adapter: 'calls' }));
    expect(adapted.answers).not.toEqual(plain.answers);
    expect(await post(server, asked({ adapter: 'none' }))).toMatchObject({
      status: 400,
      body: { error: { code: 'UNKNOWN_ADAPTER' } },
    });
  });

  it('is calibrated by what the labels get without content', async () => {
    const { prefix } = asked();
    const branches = [SENTIMENT];
    const same = await answersTo({ prefix, branches, contentFreePrefix: prefix });
    const { probabilities } = same.answers['sentiment'] as {
      probabilities: Record<string, number>;
    };
    for (const share of Object.values(probabilities)) expect(share).toBeCloseTo(1 / 3, 6);
  });

  it('keeps one bad branch from costing the others', async () => {
    const unbounded = { ...SUMMARY, name: 'unbounded', write: { type: 'string' } };
    const short = { ...SUMMARY, name: 'short', maxTokens: 2 };
    const long = { ...SUMMARY, name: 'long', maxTokens: 2040 };
    const { answers } = await answersTo(asked({ branches: [unbounded, short, long, SENTIMENT] }));
    expect(answers).toMatchObject({
      unbounded: {
        error: { code: 'SCHEMA_UNSUPPORTED', message: 'The schema at $: expected maxLength.' },
      },
      short: { error: { code: 'MAX_TOKENS_TOO_LOW' } },
      long: { error: { code: 'PROMPT_TOO_LONG', tokensOver: expect.any(Number) as number } },
      sentiment: { label: expect.any(String) as string },
    });
  });

  it('says by how many tokens it is too long, as counted', async () => {
    const prefix = 'The customer called. '.repeat(700);
    const { body: counted } = await post<{ counts: number[]; model: { contextTokens: number } }>(
      server,
      { count: [prefix, '', 'refund'] },
    );
    const [tokens = 0, none, some] = counted.counts;
    expect([none, some]).toEqual([0, 1]);
    const refused = await post(server, asked({ prefix }));
    expect(refused.status).toBe(400);
    const over = tokens + 2 - counted.model.contextTokens;
    expect(refused.body).toMatchObject({ error: { code: 'PROMPT_TOO_LONG', tokensOver: over } });
  });
});

describe('what is no request', () => {
  const branch = (others: object): unknown => ({
    prefix: 'a',
    branches: [{ ...SENTIMENT, ...others }],
  });
  it.each([
    ['is no JSON', '{"prefix":', 'MALFORMED_JSON'],
    ['is no UTF-8', Uint8Array.from([0x22, 0xd8, 0x22]), 'INVALID_UTF8'],
    ['is nothing', '', 'MALFORMED_JSON'],
    ['is a list', '[]', 'INVALID_REQUEST'],
    ['has a number for a prefix', asked({ prefix: 5 as never }), 'INVALID_REQUEST'],
    ['has an empty prefix', asked({ prefix: ' ' }), 'INVALID_REQUEST'],
    ['has half a character', asked({ prefix: 'a\ud800' }), 'INVALID_REQUEST'],
    ['has no branch', asked({ branches: [] }), 'INVALID_REQUEST'],
    ['has an unknown field', { ...asked(), top_p: 1 }, 'INVALID_REQUEST'],
    ['has an empty label', branch({ choose: ['yes', ''] }), 'INVALID_REQUEST'],
    ['has one label', branch({ choose: ['yes'] }), 'INVALID_REQUEST'],
    ['has a label twice', branch({ choose: ['yes', 'no', 'yes'] }), 'INVALID_REQUEST'],
    ['has a branch that is neither', branch({ choose: undefined }), 'INVALID_REQUEST'],
    ['has a branch named __proto__', branch({ name: '__proto__' }), 'INVALID_REQUEST'],
    ['has two branches of a name', asked({ branches: [SENTIMENT, SENTIMENT] }), 'INVALID_REQUEST'],
    ['has a temperature of hell', asked({ temperature: 1e9 }), 'INVALID_REQUEST'],
    [
      'has 100 branches',
      asked({
        branches: Array.from({ length: 100 }, (_, at) => ({ ...SENTIMENT, name: `s${at}` })),
      }),
      'INVALID_REQUEST',
    ],
    ['counts a number', { count: [1] }, 'INVALID_REQUEST'],
  ])('is refused when it %s', async (_, body, code) => {
    const refused = await post(server, body);
    expect(refused).toMatchObject({ status: 400, body: { error: { code } } });
    expect(refused.body.error.message).not.toMatch(/refund|yes|top_p|العميل/);
  });

  it('tells where a request is wrong', async () => {
    const refused = await post(server, branch({ choose: ['yes', 'no', 'yes'] }));
    expect(refused.body.error.message).toBe('branches.0.choose: expected labels that differ');
  });

  it('may have 30 MB: it is refused, and the next one answered', async () => {
    const refused = await post(server, 'x'.repeat(30_000_000));
    expect(refused).toMatchObject({ status: 413, body: { error: { code: 'BODY_TOO_LARGE' } } });
    expect(refused.body.error.message).toContain(String(REQUEST_LIMITS.bodyBytes));
    await answersTo(asked());
  });

  it('may have another path or method', async () => {
    expect(await codeOf('/models', 'GET')).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf('/toString', 'GET')).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf('/ping', 'POST')).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });
});

async function codeOf(path: string, method: string) {
  const answer = await fetch(`${server.url}${path}`, { method });
  return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
}

describe('data that pretends to be more', () => {
  it.each(INJECTIONS)('stays data: %s', async (text) => {
    const { body } = await post<{ counts: number[] }>(server, { count: [text] });
    // One token would be a control token; as text its characters are many.
    expect(body.counts[0]).toBeGreaterThan(4);
    const prefix = `Transcript: ${text} The end.`;
    const { answers } = await answersTo(asked({ prefix, temperature: 1, seed: 3 }));
    expect(Object.keys(answers)).toEqual(['sentiment', 'summary']);
    expect(SENTIMENT.choose).toContain((answers['sentiment'] as { label: string }).label);
    const { value } = answers['summary'] as { value: { text: string } };
    expect(Object.keys(value)).toEqual(['text']);
    expect(Array.from(value.text).length).toBeLessThanOrEqual(40);
  });
});

function positiveIn({ answers }: AnswerResponse): number {
  const { probabilities } = answers['sentiment'] as { probabilities: Record<string, number> };
  return probabilities['positive'] ?? NaN;
}

describe('many clients', () => {
  const long = asked({
    branches: [1, 2, 3].map((at) => ({
      ...SUMMARY,
      name: `long${at}`,
      write: { type: 'string', minLength: 300, maxLength: 300 },
      maxTokens: 910,
    })),
  });

  it('may hang up: their work ends and their sequences are free again', async () => {
    const hangUp = new AbortController();
    const left = Promise.all(
      Array.from({ length: 8 }, () => post(server, long, hangUp.signal)),
    ).catch(() => 'left');
    // What was sent before is read before.
    await post(server, { count: ['a'] });
    hangUp.abort();
    expect(await left).toBe('left');
    await answersTo(asked());
    expect(server.stdout()).not.toContain('"branches":3');
  });

  it('may be 200 at once: each is answered or told to come again', async () => {
    const replies = await Promise.all(
      Array.from({ length: 200 }, () => post(server, asked({ branches: [SENTIMENT] }))),
    );
    const statuses = new Set(replies.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 503]));
    for (const { status, headers, body } of replies.filter(({ status }) => status === 503)) {
      expect([status, body.error.code]).toEqual([503, 'OVERLOADED']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const answered = replies.filter(({ status }) => status === 200);
    expect(answered.length).toBeGreaterThanOrEqual(20);
    // How many are evaluated together moves the last digits.
    const shares = answered.map(({ body }) => positiveIn(body as never));
    for (const share of shares) expect(share).toBeCloseTo(shares[0] ?? NaN, 5);
  });
});
