import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../local/workflow/json.ts';
import { definition, outputOf, run, start, workflow } from '../harness.ts';

describe('a Pass state', () => {
  it('hands its input on when it has no Output', async () => {
    const execution = await run({ Only: { Type: 'Pass', End: true } }, { kept: [1] });
    expect(outputOf(execution)).toEqual({ kept: [1] });
  });

  it.each([0, false, '', null, [], {}])('keeps the falsy or empty value %j', async (value) => {
    const states = {
      Literal: { Type: 'Pass', Output: value, Next: 'Evaluated' },
      Evaluated: { Type: 'Pass', Output: '{% $states.input %}', End: true },
    };
    expect(outputOf(await run(states))).toEqual(value);
  });

  it('evaluates expressions deep inside an Output and leaves other strings alone', async () => {
    const Output = { list: ['{% $states.input.n + 1 %}', 'plain $states.input'], n: 1.5 };
    const execution = await run({ Only: { Type: 'Pass', Output, End: true } }, { n: 1 });
    expect(outputOf(execution)).toEqual({ list: [2, 'plain $states.input'], n: 1.5 });
  });

  it('turns a sequence into a plain array and a singleton into its value', async () => {
    const Output = {
      many: '{% $states.input.items[n > 0].n %}',
      one: '{% $states.input.items[n > 1].n %}',
    };
    const items = [{ n: 1 }, { n: 2 }];
    const execution = await run({ Only: { Type: 'Pass', Output, End: true } }, { items });
    expect(outputOf(execution)).toEqual({ many: [1, 2], one: 2 });
  });

  it('tells where and when it runs by the context object', async () => {
    const Output = '{% $states.context %}';
    const execution = await run({ 'First step': { Type: 'Pass', Output, End: true } }, { a: 1 });
    const at = '2026-01-05T09:00:00.000Z';
    const location = 'arn:aws:states:eu-west-1:000000000000';
    expect(outputOf(execution)).toEqual({
      Execution: {
        Id: `${location}:execution:machine:${execution.name}`,
        Input: { a: 1 },
        Name: execution.name,
        RedriveCount: 0,
        RoleArn: 'arn:aws:iam::000000000000:role/machine',
        StartTime: at,
      },
      State: { EnteredTime: at, Name: 'First step' },
      StateMachine: { Id: `${location}:stateMachine:machine`, Name: 'machine' },
    });
  });

  it('keeps any JSON value through machines of Pass states', async () => {
    const identity = { Type: 'Pass', Output: '{% $states.input %}' };
    const states = {
      One: { ...identity, Assign: { copy: '{% $states.input %}' }, Next: 'Two' },
      Two: { ...identity, Next: 'Three' },
      Three: { Type: 'Pass', Output: ['{% $states.input %}', '{% $copy %}'], End: true },
    };
    const property = fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
      const input = JSON.parse(JSON.stringify(value)) as JsonValue;
      const execution = await start(workflow().engine, definition(states), input);
      expect(outputOf(execution)).toEqual([input, input]);
    });
    await fc.assert(property, { seed: 7, numRuns: 100 });
  });
});
