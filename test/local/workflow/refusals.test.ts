import { describe, expect, it } from 'vitest';
import { DefinitionError } from '../../../local/workflow/errors.ts';
import { settle } from '../../support/jumping-clock.ts';
import { definition, lambdaTask, outputOf, tokenTask, workflow } from './harness.ts';

const end = { Type: 'Succeed' };
const pass = { Type: 'Pass', End: true };
const task = { ...lambdaTask, End: undefined, Next: 'End' };
const choice = (rule: object, more: object = {}) => ({
  Type: 'Choice',
  Choices: [{ Condition: '{% true %}', Next: 'End', ...rule }],
  ...more,
});
const retry = (...Retry: object[]) => ({ Only: { ...lambdaTask, Retry } });
const caught = (...Catch: object[]) => ({ Only: { ...task, Catch }, End: end });
const all = { ErrorEquals: ['States.ALL'] };

/** What a definition is refused for: the state and the field. */
function refusal(text: string, substitutions: Record<string, string> = {}): unknown {
  try {
    workflow().engine.createStateMachine({ name: 'machine', definition: text, substitutions });
    return 'accepted';
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return `${error.state ?? 'machine'}: ${error.field}`;
  }
}

describe('a definition is refused, naming state and field, for', () => {
  it.each<[string, Record<string, object>, string]>([
    ['a JSONPath field', { Only: { ...pass, InputPath: '$' } }, 'Only: InputPath'],
    ['Parameters', { Only: { ...lambdaTask, Parameters: {} } }, 'Only: Parameters'],
    ['ResultPath', { Only: { ...lambdaTask, ResultPath: null } }, 'Only: ResultPath'],
    [
      'a state of its own query language',
      { Only: { ...pass, QueryLanguage: 'JSONPath' } },
      'Only: QueryLanguage',
    ],
    ['Map', { Only: { Type: 'Map', End: true } }, 'Only: Type'],
    ['Parallel', { Only: { Type: 'Parallel', End: true } }, 'Only: Type'],
    ['Wait', { Only: { Type: 'Wait', Seconds: 1, End: true } }, 'Only: Type'],
    ['Retry on a Pass', { Only: { ...pass, Retry: [] } }, 'Only: Retry'],
    ['Output on a Fail', { Only: { Type: 'Fail', Output: 1 } }, 'Only: Output'],
    ['Assign on a whole Choice', { Only: choice({}, { Assign: {} }), End: end }, 'Only: Assign'],
    ['an unknown field of a retrier', retry({ ...all, Delay: 1 }), 'Only: Retry[0]/Delay'],
    [
      'an unknown field of a catcher',
      caught({ ...all, Next: 'End', ResultPath: '$' }),
      'Only: Catch[0]/ResultPath',
    ],
    [
      'an unknown field of a rule',
      { Only: choice({ Variable: '$.a' }), End: end },
      'Only: Choices[0]/Variable',
    ],
    ['neither Next nor End', { Only: { Type: 'Pass' } }, 'Only: Next'],
    ['both Next and End', { Only: { ...pass, Next: 'End' }, End: end }, 'Only: Next'],
    ['a Next that leads nowhere', { Only: { Type: 'Pass', Next: 'Nowhere' } }, 'Only: Next'],
    [
      'a Default that leads nowhere',
      { Only: choice({}, { Default: 'No' }), End: end },
      'Only: Default',
    ],
    ['a rule that leads nowhere', { Only: choice({ Next: 'No' }) }, 'Only: Choices[0]/Next'],
    ['a Catch that leads nowhere', caught({ ...all, Next: 'No' }), 'Only: Catch[0]/Next'],
    ['a state that is never reached', { Only: pass, Lost: pass }, 'Lost: Next'],
    [
      'a loop that is never reached',
      { Only: pass, Lost: { Type: 'Pass', Next: 'Lost' } },
      'Lost: Next',
    ],
    [
      'an unknown Resource',
      { Only: { ...lambdaTask, Resource: 'arn:aws:states:::sns:publish' } },
      'Only: Resource',
    ],
    [
      'a Resource that is an expression',
      { Only: { ...lambdaTask, Resource: "{% 'x' %}" } },
      'Only: Resource',
    ],
    [
      'a Task without Arguments',
      { Only: { ...lambdaTask, Arguments: undefined } },
      'Only: Arguments',
    ],
    [
      'States.ALL beside another name',
      retry({ ErrorEquals: ['A', 'States.ALL'] }),
      'Only: Retry[0]/ErrorEquals',
    ],
    [
      'States.ALL before the last retrier',
      retry(all, { ErrorEquals: ['A'] }),
      'Only: Retry[0]/ErrorEquals',
    ],
    [
      'States.ALL before the last catcher',
      caught({ ...all, Next: 'End' }, { ErrorEquals: ['A'], Next: 'End' }),
      'Only: Catch[0]/ErrorEquals',
    ],
    ['no error names', retry({ ErrorEquals: [] }), 'Only: Retry[0]/ErrorEquals'],
    ['a BackoffRate below 1', retry({ ...all, BackoffRate: 0.5 }), 'Only: Retry[0]/BackoffRate'],
    ['an interval of 0', retry({ ...all, IntervalSeconds: 0 }), 'Only: Retry[0]/IntervalSeconds'],
    ['half an attempt', retry({ ...all, MaxAttempts: 0.5 }), 'Only: Retry[0]/MaxAttempts'],
    [
      'an unknown jitter',
      retry({ ...all, JitterStrategy: 'SOME' }),
      'Only: Retry[0]/JitterStrategy',
    ],
    [
      'a longest delay below the first',
      retry({ ...all, IntervalSeconds: 9, MaxDelaySeconds: 9 }),
      'Only: Retry[0]/MaxDelaySeconds',
    ],
    [
      'a heartbeat that nobody can send',
      { Only: { ...lambdaTask, HeartbeatSeconds: 5 } },
      'Only: HeartbeatSeconds',
    ],
    [
      'a heartbeat as long as the time-out',
      { Only: { ...tokenTask, HeartbeatSeconds: 5, TimeoutSeconds: 5 } },
      'Only: HeartbeatSeconds',
    ],
    ['a time-out of 0', { Only: { ...lambdaTask, TimeoutSeconds: 0 } }, 'Only: TimeoutSeconds'],
    [
      'a time-out that is text',
      { Only: { ...lambdaTask, TimeoutSeconds: '5' } },
      'Only: TimeoutSeconds',
    ],
    [
      'a Condition that is no expression',
      { Only: choice({ Condition: true }), End: end },
      'Only: Choices[0]/Condition',
    ],
    ['the reserved variable', { Only: { ...pass, Assign: { states: 1 } } }, 'Only: Assign/states'],
    ['a variable that is no name', { Only: { ...pass, Assign: { 'a-b': 1 } } }, 'Only: Assign/a-b'],
  ])('%s', (_text, states, where) => {
    expect(refusal(definition(states))).toBe(where);
  });

  it.each([
    ['a JSONata syntax error', '{% $states.input. %}'],
    ['a space before an expression', ' {% $states.input %}'],
    ['an expression without its end', '{% $states.input'],
    ['text after an expression', '{% $states.input %} '],
    ['the result, which a Pass has not', '{% $states.result %}'],
    ['the error, outside Catch', '{% $states.errorOutput %}'],
    ['a member that $states has not', '{% $states.output %}'],
    ['the whole of $states', '{% $states %}'],
    ['a way round by another name', '{% ($s := $states; $s.result) %}'],
    ['a way round by a wildcard', '{% $states.*.a %}'],
    ['a token that is not there', '{% $states.context.Task.Token %}'],
    ['a variable that nobody assigns', '{% $nobody %}'],
    ['a function that is not there', '{% $evaluate(1) %}'],
    ['$eval', "{% $eval('1') %}"],
    ['an operator of a newer JSONata', '{% $states.input.a ?? 1 %}'],
    ['another operator of a newer JSONata', '{% $states.input.a ?: 1 %}'],
  ])('%s', (_text, expression) => {
    const Output = { deep: [expression] };
    expect(refusal(definition({ Only: { ...pass, Output } }))).toBe('Only: Output/deep[0]');
  });

  it.each([
    ['the result in Arguments', { Arguments: { a: '{% $states.result %}' } }, 'Arguments/a'],
    ['the error in Output', { Output: '{% $states.errorOutput %}' }, 'Output'],
    ['the result in TimeoutSeconds', { TimeoutSeconds: '{% $states.result %}' }, 'TimeoutSeconds'],
    [
      'the result in Catch',
      { Catch: [{ ...all, Next: 'End', Output: '{% $states.result %}' }] },
      'Catch[0]/Output',
    ],
  ])('%s', (_text, more, field) => {
    expect(refusal(definition({ Only: { ...task, ...more }, End: end }))).toBe(`Only: ${field}`);
  });

  it.each([
    ['JSONPath', { QueryLanguage: 'JSONPath' }, 'QueryLanguage'],
    ['no query language', { QueryLanguage: undefined }, 'QueryLanguage'],
    ['a start that is not there', { StartAt: 'Nowhere' }, 'StartAt'],
    ['another version', { Version: '2.0' }, 'Version'],
    ['an unknown field', { ProcessorConfig: {} }, 'ProcessorConfig'],
    ['no time to run', { TimeoutSeconds: 0 }, 'TimeoutSeconds'],
  ])('%s', (_text, more, field) => {
    expect(refusal(definition({ Only: pass }, more))).toBe(`machine: ${field}`);
  });

  it('text that is no JSON', () => {
    expect(refusal('{')).toBe('machine: /');
  });
});

describe('a definition is accepted with', () => {
  it.each<[string, Record<string, object>]>([
    ['a comment on everything', { Only: { ...pass, Comment: '{% not read %}' } }],
    [
      'variables of its own in an expression',
      { Only: { ...pass, Output: '{% ($a := 1; $map([1], function($v, $i) { $v + $a })) %}' } },
    ],
    [
      'a conditional and operators inside text',
      { Only: { ...pass, Output: "{% true ? '??' : 'a ?: b' %}" } },
    ],
    [
      'the current value of a predicate',
      { Only: { ...pass, Output: '{% $states.input.list[$ > 1] %}' } },
    ],
    [
      'a variable that another state assigns',
      {
        Only: { Type: 'Pass', Assign: { a: 1 }, Next: 'Then' },
        Then: { ...pass, Output: '{% $a %}' },
      },
    ],
    [
      'a heartbeat below the time-out',
      { Only: { ...tokenTask, HeartbeatSeconds: 4, TimeoutSeconds: 5 } },
    ],
    [
      'the error in Catch',
      caught({ ...all, Next: 'End', Output: '{% $states.errorOutput.Error %}' }),
    ],
  ])('%s', (_text, states) => {
    expect(refusal(definition(states))).toBe('accepted');
  });
});

describe('placeholders', () => {
  const text = definition({ Only: { ...pass, Output: ['${Queue}', '${Queue}', '${Bus}'] } });

  it('are filled wherever they stand, whatever the value holds', async () => {
    const { engine } = workflow();
    const substitutions = { Queue: 'a "quoted" \\ value $& ', Bus: 'bus' };
    const stateMachineArn = engine.createStateMachine({
      name: 'm',
      definition: text,
      substitutions,
    });
    const execution = engine.startExecution({ stateMachineArn });
    await settle();
    expect(outputOf(execution)).toEqual([substitutions.Queue, substitutions.Queue, 'bus']);
  });

  it('are refused without a value', () => {
    expect(refusal(text, { Queue: 'a' })).toBe('machine: ${Bus}');
  });

  it('are refused when a value has no place', () => {
    expect(refusal(text, { Queue: 'a', Bus: 'b', Bucket: 'c' })).toBe('machine: Bucket');
  });
});
