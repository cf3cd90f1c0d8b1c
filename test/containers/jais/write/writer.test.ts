import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AnswerRequest } from '../../../../core/language-model.ts';
import { answer } from '../../../../containers/jais/src/answers/answer.ts';
import { PriorCache } from '../../../../containers/jais/src/answers/prior-cache.ts';
import { floorOf } from '../../../../containers/jais/src/write/floor.ts';
import { planOf } from '../../../../containers/jais/src/write/schema.ts';
import { aLoadedModel, aModelFolder, silent } from '../a-model.ts';
import { SCHEMAS } from '../schemas.ts';

const model = await aLoadedModel(await aModelFolder());
const answering = { model, priors: new PriorCache(), log: silent, queueLength: 1000 };
const never = new AbortController().signal;
const tokensIn = (text: string): number => model.tokenizer.tokensOf(text).length;

async function write(schema: z.ZodType, maxTokens: number, seed: number) {
  const write = z.toJSONSchema(schema) as Record<string, unknown>;
  const branches = [{ name: 'value', suffix: ' JSON: ', write, maxTokens }];
  const request = AnswerRequest.parse({ prefix: 'العميل said:', branches, temperature: 1, seed });
  const { answers, usage } = await answer(answering, request, never);
  return { answer: answers['value'], tokens: usage.completionTokens };
}

describe.each(Object.entries(SCHEMAS))('values of %s', (_, schema) => {
  const floor = floorOf(planOf(z.toJSONSchema(schema)), tokensIn);

  it('fit their schema and their budget, at temperature 1 from random weights', async () => {
    // The least that is allowed, a little more, and plenty.
    const budgets = [floor, floor + 9, floor + 400];
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    await Promise.all(
      seeds.map(async (seed) => {
        const budget = budgets[seed % budgets.length] ?? floor;
        const { answer, tokens } = await write(schema, budget, seed);
        expect(answer).toHaveProperty('value');
        const { value } = answer as { value: unknown };
        expect(schema.safeParse(JSON.parse(JSON.stringify(value)))).toMatchObject({
          success: true,
        });
        expect(tokens).toBeLessThanOrEqual(budget);
      }),
    );
  });

  it('are refused with a budget that the shortest may exceed', async () => {
    const { answer } = await write(schema, floor - 1, 1);
    expect(answer).toMatchObject({ error: { code: 'MAX_TOKENS_TOO_LOW', tokensOver: 1 } });
  });
});
