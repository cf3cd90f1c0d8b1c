import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { BranchFailed } from '../../../../containers/jais/src/branch/branch-failed.ts';
import { planOf } from '../../../../containers/jais/src/write/schema.ts';

const NUMBER = { type: 'integer', minimum: 0, maximum: 9 };

describe('a schema that can be written', () => {
  it('may come from zod, whole', () => {
    const schema = z.toJSONSchema(
      z.object({
        text: z.string().min(1).max(80).describe('what was said'),
        label: z.enum(['a', 'b']),
        kind: z.literal('call'),
        score: z.number().min(0).max(1).nullable(),
        done: z.boolean(),
        points: z.array(z.object({ turns: z.array(z.int().min(0).max(99)).max(3) })).max(5),
      }),
    );
    expect(planOf(schema)).toMatchObject({
      kind: 'object',
      properties: [
        ['text', { kind: 'string', minLength: 1, maxLength: 80 }],
        ['label', { kind: 'options', texts: ['"a"', '"b"'] }],
        ['kind', { kind: 'options', texts: ['"call"'] }],
        ['score', { kind: 'number', integer: false, nullable: true }],
        ['done', { kind: 'options', texts: ['true', 'false'] }],
        ['points', { kind: 'array', maxItems: 5, item: { kind: 'object' } }],
      ],
    });
  });

  it('may allow null in either way', () => {
    expect(planOf({ type: ['string', 'null'], maxLength: 3 })).toMatchObject({ nullable: true });
    expect(planOf({ anyOf: [NUMBER, { type: 'null' }] })).toMatchObject({ nullable: true });
    expect(planOf({ anyOf: [{ enum: ['a'] }, { type: 'null' }] })).toMatchObject({
      texts: ['"a"', 'null'],
    });
  });
});

describe('a schema that cannot be written', () => {
  it.each([
    ['a text without a bound', { type: 'string' }, '$: expected maxLength'],
    ['a list without a bound', { type: 'array', items: NUMBER }, '$: expected maxItems'],
    ['a number without a bound', { type: 'number', minimum: 0 }, '$: expected minimum and maximum'],
    ['no number at all', { type: 'integer', minimum: 0.2, maximum: 0.8 }, 'expected a number'],
    ['a pattern', { type: 'string', maxLength: 5, pattern: '^a' }, 'pattern is not supported'],
    ['an exclusive bound', { ...NUMBER, exclusiveMinimum: 1 }, 'exclusiveMinimum'],
    ['a reference', { $ref: '#' }, 'expected one type'],
    ['alternatives', { anyOf: [NUMBER, { type: 'boolean' }] }, 'anyOf of one schema and null'],
    ['no type', {}, 'expected one type, enum or const'],
    ['a type that is none', { type: 'text' }, 'expected one type, enum or const'],
    ['an enum of objects', { enum: [{}] }, 'expected enum of texts'],
    ['an empty enum', { enum: [] }, 'expected enum of 1 to'],
    ['a required stranger', { type: 'object', properties: {}, required: ['a'] }, 'required'],
    ['no properties', { type: 'object' }, 'expected properties'],
    ['items that are no schema', { type: 'array', maxItems: 1, items: 5 }, 'expected a schema'],
    ['bounds that cross', { type: 'string', minLength: 5, maxLength: 2 }, 'minLength up to'],
    [
      'a fault deep within',
      {
        type: 'object',
        properties: { a: { type: 'array', maxItems: 1, items: { type: 'string' } } },
      },
      '$.a.items: expected maxLength',
    ],
  ])('is refused where it has %s', (_, schema, problem) => {
    expect(() => planOf(schema)).toThrow(BranchFailed);
    expect(() => planOf(schema)).toThrow(problem);
  });

  it('is refused when it never ends', () => {
    let schema: object = NUMBER;
    for (let depth = 0; depth < 10_000; depth++)
      schema = { type: 'array', maxItems: 1, items: schema };
    expect(() => planOf(schema as Record<string, unknown>)).toThrow('at most 16 levels');
  });
});
