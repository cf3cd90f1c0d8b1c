import { describe, expect, it } from 'vitest';
import { failing, lambdaTask, outputOf, run } from './harness.ts';

describe('variables', () => {
  it('are seen by every later state, and not in its output', async () => {
    const states = {
      Remember: {
        Type: 'Pass',
        Assign: { a: '{% $states.input.a %}' },
        Output: 0,
        Next: 'Between',
      },
      Between: { Type: 'Pass', Next: 'Recall' },
      Recall: { Type: 'Pass', Output: ['{% $states.input %}', '{% $a %}'], End: true },
    };
    expect(outputOf(await run(states, { a: { deep: [1] } }))).toEqual([0, { deep: [1] }]);
  });

  it('are assigned all at once, from the values before, which Output sees too', async () => {
    const states = {
      Set: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
      Swap: {
        Type: 'Pass',
        Assign: { a: '{% $b %}', b: '{% $a %}' },
        Output: '{% $a %}',
        Next: 'Tell',
      },
      Tell: { Type: 'Pass', Output: ['{% $states.input %}', '{% $a %}', '{% $b %}'], End: true },
    };
    expect(outputOf(await run(states))).toEqual([1, 2, 1]);
  });

  it('stay as they were when a task fails and its Catch assigns others', async () => {
    const Catch = [
      {
        ErrorEquals: ['Broken'],
        Assign: { why: '{% $states.errorOutput.Error %}' },
        Next: 'Tell',
      },
    ];
    const Work = { ...lambdaTask, End: undefined, Assign: { done: true }, Catch, Next: 'Tell' };
    const Tell = { Type: 'Pass', Output: { why: '{% $why %}', done: '{% $done %}' }, End: true };
    const Set = { Type: 'Pass', Assign: { done: false, why: '' }, Next: 'Work' };
    const invoke = failing('Broken');
    expect(outputOf(await run({ Set, Work, Tell }, {}, { invoke }))).toEqual({
      why: 'Broken',
      done: false,
    });
  });

  it('appear in the event that leaves the state, as JSON', async () => {
    const execution = await run({ Set: { Type: 'Pass', Assign: { a: ['x'] }, End: true } });
    const left = execution.history.events.find(({ type }) => type === 'PassStateExited');
    expect(left?.stateExitedEventDetails?.assignedVariables).toEqual({ a: '["x"]' });
  });
});
