import { describe, expect, it } from 'vitest';
import { eventTypes, outputOf, run, visited } from '../harness.ts';

const end = { Type: 'Pass', End: true };

describe('a Choice state', () => {
  const states = {
    'How big?': {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Next: 'Big' },
        { Condition: '{% $states.input.n > 5 %}', Next: 'Middle', Output: { was: 'middle' } },
      ],
      Default: 'Small',
    },
    Big: end,
    Middle: end,
    Small: end,
  };

  it.each([
    [11, 'Big'],
    [6, 'Middle'],
    [5, 'Small'],
  ])('sends %i to %s: the first rule that holds, else the default', async (n, next) => {
    expect(visited(await run(states, { n }))).toEqual(['How big?', next]);
  });

  it('hands its input on, or what the rule says', async () => {
    expect(outputOf(await run(states, { n: 11 }))).toEqual({ n: 11 });
    expect(outputOf(await run(states, { n: 6 }))).toEqual({ was: 'middle' });
  });

  it('assigns what the matching rule says and nothing of the others', async () => {
    const Choices = [
      { Condition: '{% false %}', Next: 'Tell', Assign: { who: 'first' } },
      { Condition: '{% true %}', Next: 'Tell', Assign: { who: '{% $states.input.name %}' } },
    ];
    const Tell = { Type: 'Pass', Output: '{% $who %}', End: true };
    const execution = await run({ Decide: { Type: 'Choice', Choices }, Tell }, { name: 'second' });
    expect(outputOf(execution)).toBe('second');
  });

  it('fails the execution when nothing matches and there is no default', async () => {
    const Choices = [{ Condition: '{% false %}', Next: 'End' }];
    const execution = await run({ Decide: { Type: 'Choice', Choices }, End: end });
    expect(execution.outcome).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
    expect(eventTypes(execution)).toEqual([
      'ExecutionStarted',
      'ChoiceStateEntered',
      'ExecutionFailed',
    ]);
  });

  it.each(['{% 1 %}', "{% 'true' %}", '{% null %}'])('takes no %s for an answer', async (it) => {
    const Choices = [{ Condition: it, Next: 'End' }];
    const execution = await run({ Decide: { Type: 'Choice', Choices }, End: end });
    expect(execution.outcome).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});
