import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../local/workflow/json.ts';
import { outputOf, run } from './harness.ts';

const evaluate = (Output: JsonValue, input: JsonValue = {}) =>
  run({ Only: { Type: 'Pass', Output, End: true } }, input);

describe('an expression', () => {
  it.each([
    ['nothing', '$states.input.absent', 'returned nothing (undefined).'],
    ['a function', '$sum', 'returned a function that JSON cannot hold.'],
    ['a lambda', 'function($x) { $x }', 'returned a function that JSON cannot hold.'],
  ])('that yields %s fails the state, naming the field', async (_text, source, problem) => {
    const execution = await evaluate({ a: [`{% ${source} %}`] });
    const cause = `The JSONata expression '${source}' specified for the field 'Output/a[0]' ${problem}`;
    const where =
      "An error occurred while executing the state 'Only' (entered at the event id #2).";
    expect(execution.outcome).toEqual({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: `${where} ${cause}`,
    });
    const failed = execution.history.events.find(({ type }) => type === 'EvaluationFailed');
    expect(failed?.evaluationFailedEventDetails).toMatchObject({
      state: 'Only',
      location: 'Output/a[0]',
    });
  });

  it('that throws fails the state without telling what it was given', async () => {
    const { outcome } = await evaluate('{% $number($states.input.secret) %}', { secret: 'Rosa' });
    expect(outcome).toMatchObject({ error: 'States.QueryEvaluationError' });
    expect(JSON.stringify(outcome)).toContain('D3030');
    expect(JSON.stringify(outcome)).not.toContain('Rosa');
  });

  it('leaves members out that are undefined within an object', async () => {
    expect(outputOf(await evaluate("{% {'a': 1, 'b': $states.input.absent} %}"))).toEqual({ a: 1 });
  });
});

describe('the functions of Step Functions', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it.each<[string, unknown]>([
    ['$partition([1, 2, 3, 4, 5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ["$hash('a', 'SHA-1')", '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['$parse(\'{"a": [1]}\')', { a: [1] }],
    ['$random()', 0.5],
    ['$now()', '2026-01-05T09:00:00.000Z'],
    ["$now('[Y]-[M01]')", '2026-01'],
    ['$millis()', Date.UTC(2026, 0, 5, 9)],
    ['$uuid()', expect.stringMatching(uuid)],
  ])('%s', async (source, value) => {
    expect(outputOf(await evaluate(`{% ${source} %}`))).toEqual(value);
  });

  it.each([
    "$hash('a', 'SHA-0')",
    "$parse('{')",
    '$random(7)',
    '$partition([1], 0)',
    '$range(0, 1, 0)',
  ])('%s fails the state', async (source) => {
    const { outcome } = await evaluate(`{% ${source} %}`);
    expect(outcome).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});
