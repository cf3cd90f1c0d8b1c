import { describe, expect, it } from 'vitest';
import { eventTypes, outputOf, run } from '../harness.ts';

describe('a Succeed state', () => {
  it('ends the execution with its input', async () => {
    const execution = await run({ Done: { Type: 'Succeed' } }, { n: 1 });
    expect(execution.status).toBe('SUCCEEDED');
    expect(outputOf(execution)).toEqual({ n: 1 });
    expect(eventTypes(execution)).toEqual([
      'ExecutionStarted',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('ends the execution with its Output', async () => {
    expect(outputOf(await run({ Done: { Type: 'Succeed', Output: '{% 1 + 1 %}' } }))).toBe(2);
  });
});

describe('a Fail state', () => {
  it('ends the execution with its error and cause', async () => {
    const Failed = { Type: 'Fail', Error: 'Bad', Cause: "{% 'code ' & $states.input.code %}" };
    const execution = await run({ Failed }, { code: 7 });
    expect(execution.outcome).toEqual({ status: 'FAILED', error: 'Bad', cause: 'code 7' });
    expect(eventTypes(execution)).toEqual([
      'ExecutionStarted',
      'FailStateEntered',
      'ExecutionFailed',
    ]);
  });

  it('needs neither', async () => {
    expect((await run({ Failed: { Type: 'Fail' } })).outcome).toEqual({ status: 'FAILED' });
  });

  it('takes nothing but a string for an error', async () => {
    const { outcome } = await run({ Failed: { Type: 'Fail', Error: '{% 7 %}' } });
    expect(outcome).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});
