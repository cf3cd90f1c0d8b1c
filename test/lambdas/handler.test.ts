import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler, parseAs } from '../../lambdas/runtime/handler.ts';
import { logger } from '../../lambdas/runtime/telemetry.ts';

const CONTEXT = { awsRequestId: 'request-1', functionName: 'a-function' };
const SECRET = 'my card number is 4111';

let printed: string;
beforeEach(() => {
  printed = '';
  for (const level of ['info', 'error'] as const) {
    const original = logger[level].bind(logger);
    vi.spyOn(logger, level).mockImplementation((...args: Parameters<typeof original>) => {
      printed += JSON.stringify(args);
    });
  }
});
afterEach(() => vi.restoreAllMocks());

describe('a handler', () => {
  it('hands on what its logic gives', async () => {
    const double = handler(z.object({ n: z.number() }), ({ n }) => Promise.resolve(n * 2));
    expect(await double({ n: 21 }, CONTEXT)).toBe(42);
  });

  it('keeps the name of an error and lets no message out', async () => {
    const failing = handler(z.unknown(), () => Promise.reject(new SyntaxError(SECRET)));
    const failure = await failing(null, CONTEXT).then(
      () => null,
      (error: Error) => error,
    );
    expect(failure).toMatchObject({ name: 'SyntaxError' });
    expect(JSON.stringify([failure?.message, failure?.stack])).not.toContain(SECRET);
    expect(printed).toContain('SyntaxError');
    expect(printed).toContain('handler.test.ts');
    expect(printed).not.toContain('4111');
  });

  it('says where an event is wrong, and not what it held', async () => {
    const strict = handler(z.object({ detail: z.object({ n: z.number() }) }), () =>
      Promise.resolve(),
    );
    await expect(strict({ detail: { n: SECRET } }, CONTEXT)).rejects.toMatchObject({
      name: 'Malformed',
    });
    expect(printed).not.toContain('4111');
  });
});

describe('parsing', () => {
  const Labelled = z.object({ label: z.enum(['a', 'b']) });
  const parse = (): unknown => parseAs(Labelled, { label: SECRET }, 'a thing');

  it('names paths and rules, never values', () => {
    expect(parse).toThrow('a thing: label invalid_value');
    expect(parse).not.toThrow('4111');
  });
});
