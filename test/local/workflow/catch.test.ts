import { describe, expect, it } from 'vitest';
import { matches, StateFailure } from '../../../local/workflow/failure.ts';
import { eventTypes, failing, lambdaTask, outputOf, run, visited } from './harness.ts';

const handlers = { First: { Type: 'Succeed' }, Second: { Type: 'Succeed' } };
const task = { ...lambdaTask, End: undefined, Next: 'First' };
const broken = (name: string) => ({ invoke: failing(name, 'why') });

describe('Catch', () => {
  it('goes where the first matching entry leads, with the error as its output', async () => {
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'First' },
      { ErrorEquals: ['Broken'], Next: 'Second' },
      { ErrorEquals: ['States.ALL'], Next: 'First' },
    ];
    const execution = await run({ Work: { ...task, Catch }, ...handlers }, {}, broken('Broken'));
    expect(visited(execution)).toEqual(['Work', 'Second']);
    const Cause = '{"errorType":"Broken","errorMessage":"why"}';
    expect(outputOf(execution)).toEqual({ Error: 'Broken', Cause });
    expect(eventTypes(execution)).toContain('TaskStateExited');
  });

  it('shapes its output from the error and the input', async () => {
    const Output = { code: '{% $states.errorOutput.Error %}', id: '{% $states.input.id %}' };
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Output, Next: 'Second' }];
    const execution = await run({ Work: { ...task, Catch }, ...handlers }, { id: 7 }, broken('X'));
    expect(outputOf(execution)).toEqual({ code: 'X', id: 7 });
  });

  it.each([
    ['Arguments', { Arguments: { FunctionName: 'work', Payload: '{% $states.input.absent %}' } }],
    ['Output', { Output: '{% $states.result.absent %}' }],
    ['Assign', { Assign: { a: "{% 'text' + 1 %}" } }],
  ])('takes an expression that fails in %s', async (_field, fault) => {
    const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Second' }];
    const execution = await run({ Work: { ...task, ...fault, Catch }, ...handlers });
    expect(visited(execution)).toEqual(['Work', 'Second']);
    expect(eventTypes(execution)).toContain('EvaluationFailed');
  });

  it('is not asked again when its own Output fails', async () => {
    const Catch = [
      { ErrorEquals: ['Broken'], Output: '{% $states.input.absent %}', Next: 'First' },
      { ErrorEquals: ['States.ALL'], Next: 'Second' },
    ];
    const execution = await run({ Work: { ...task, Catch }, ...handlers }, {}, broken('Broken'));
    expect(execution.outcome).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  const timeout = new StateFailure('States.Timeout');
  const silence = new StateFailure('States.Timeout', '', { missedHeartbeat: true });
  const limit = new StateFailure('States.DataLimitExceeded');
  const runtime = new StateFailure('States.Runtime');
  const own = new StateFailure('Broken');
  it.each([
    ['States.ALL', [timeout, silence, own], [limit, runtime]],
    ['States.TaskFailed', [own], [timeout, silence, limit, runtime]],
    ['States.Timeout', [timeout, silence], [own, limit, runtime]],
    ['States.HeartbeatTimeout', [silence], [timeout, own, limit, runtime]],
    ['States.DataLimitExceeded', [limit], [own, timeout, runtime]],
    ['States.Runtime', [], [runtime, own]],
    ['Broken', [own], [timeout, limit]],
  ])('matches by %s what AWS matches', (name, taken, left) => {
    for (const failure of taken) expect(matches([name], failure)).toBe(true);
    for (const failure of left) expect(matches([name], failure)).toBe(false);
  });
});
