import { describe, expect, it } from 'vitest';
import { settle } from '../../support/jumping-clock.ts';
import {
  definition,
  HeldFunction,
  eventTypes,
  lambdaTask,
  outputOf,
  start,
  tokenTask,
  workflow,
} from './harness.ts';

const done = definition({ Done: { Type: 'Succeed' } });
const wait = definition({ Wait: tokenTask });
const refused = (name: string) => expect.objectContaining({ name });

describe('starting an execution', () => {
  it('under the name and input of one that runs finds that one', async () => {
    const { engine, sent } = workflow();
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: wait });
    const request = { stateMachineArn, name: 'call-1', input: '{"a":1}' };
    const first = engine.startExecution(request);
    expect(engine.startExecution(request)).toBe(first);
    await settle();
    expect(sent).toHaveLength(1);
  });

  it('under the name of another is refused', async () => {
    const { engine } = workflow();
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: done });
    const again = (input: string) =>
      engine.startExecution({ stateMachineArn, name: 'call-1', input });
    again('{}');
    expect(() => again('{"other":1}')).toThrow(refused('ExecutionAlreadyExists'));
    await settle();
    expect(() => again('{}')).toThrow(refused('ExecutionAlreadyExists'));
  });

  it.each(['', 'a b', 'a/b', 'a:b', 'a*', 'a\u0007', 'ö\u{10FFFF}', 'x'.repeat(81)])(
    'refuses the name %j',
    (name) => {
      const { engine } = workflow();
      const stateMachineArn = engine.createStateMachine({ name: 'm', definition: done });
      const begin = () => engine.startExecution({ stateMachineArn, name });
      expect(begin).toThrow(refused('InvalidName'));
    },
  );

  it.each(['x'.repeat(80), 'call_1-a.b', 'صدى'])('takes the name %j', (name) => {
    const { engine } = workflow();
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: done });
    expect(engine.startExecution({ stateMachineArn, name }).name).toBe(name);
  });

  it.each([
    ['no JSON', 'InvalidExecutionInput'],
    [`"${'x'.repeat(262_143)}"`, 'ValidationException'],
  ])('refuses an input that cannot be taken', (input, name) => {
    const { engine } = workflow();
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: done });
    expect(() => engine.startExecution({ stateMachineArn, input })).toThrow(refused(name));
  });

  it('refuses a machine that is not there, and a second one of the same name', () => {
    const { engine } = workflow();
    engine.createStateMachine({ name: 'm', definition: done });
    const another = () => engine.createStateMachine({ name: 'm', definition: done });
    expect(another).toThrow(refused('StateMachineAlreadyExists'));
    const begin = () => engine.startExecution({ stateMachineArn: 'arn:none' });
    expect(begin).toThrow(refused('StateMachineDoesNotExist'));
  });
});

describe('many executions at once', () => {
  it('keep their variables, tokens and answers apart', async () => {
    const { engine, clock, sent, tokenOf } = workflow();
    const Keep = { Type: 'Pass', Assign: { mine: '{% $states.input.n %}' }, Next: 'Wait' };
    const Output = ['{% $mine %}', '{% $states.result %}'];
    const text = definition({ Keep, Wait: { ...tokenTask, Output } });
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: text });
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const executions = numbers.map((n) =>
      engine.startExecution({ stateMachineArn, name: `call-${n}`, input: JSON.stringify({ n }) }),
    );
    await settle(40);
    expect(sent).toHaveLength(50);
    for (const n of numbers.toReversed()) engine.sendTaskSuccess(tokenOf(n), String(n));
    await clock.jump(0);
    expect(executions.map(outputOf)).toEqual(numbers.map((n) => [n, n]));
  });
});

describe('stopping an execution', () => {
  it('changes nothing once it has ended', async () => {
    const { engine } = workflow();
    const execution = await start(engine, done);
    expect(engine.stopExecution(execution.arn).status).toBe('SUCCEEDED');
    expect(eventTypes(execution).at(-1)).toBe('ExecutionSucceeded');
  });

  it('goes no further, even from the middle of an evaluation', async () => {
    const { engine } = workflow();
    const entered: string[] = [];
    engine.onStateEntered(({ state }) => entered.push(state));
    const One = { Type: 'Pass', Output: '{% 1 %}', Next: 'Two' };
    const text = definition({ One, Two: { Type: 'Succeed' } });
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: text });
    const execution = engine.startExecution({ stateMachineArn });
    engine.stopExecution(execution.arn);
    await settle();
    expect(entered).toEqual(['One']);
    expect(eventTypes(execution)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'ExecutionAborted',
    ]);
  });

  it('drops what a function answers later', async () => {
    const held = new HeldFunction();
    const { engine } = workflow(held);
    const execution = await start(engine, definition({ Work: lambdaTask }));
    engine.stopExecution(execution.arn, { error: 'Stop' });
    held.answer(1);
    await settle();
    expect(execution.outcome).toEqual({ status: 'ABORTED', error: 'Stop' });
    expect(eventTypes(execution).at(-1)).toBe('ExecutionAborted');
  });

  it('needs an execution', () => {
    const { engine } = workflow();
    expect(() => engine.stopExecution('arn:none')).toThrow(refused('ExecutionDoesNotExist'));
  });
});

describe('listeners', () => {
  it('are told every change of status, as EventBridge tells it', async () => {
    const { engine, clock } = workflow();
    const changes: unknown[] = [];
    engine.onStatusChange((change) => changes.push(change));
    const execution = await start(engine, wait, { a: 1 });
    await clock.jump(5_000);
    engine.stopExecution(execution.arn, { error: 'Stop', cause: 'by hand' });
    await settle();
    const running = {
      executionArn: execution.arn,
      stateMachineArn: execution.machine.arn,
      name: execution.name,
      status: 'RUNNING',
      startDate: Date.UTC(2026, 0, 5, 9),
      stopDate: null,
      input: '{"a":1}',
      inputDetails: { included: true },
      output: null,
      outputDetails: null,
      error: null,
      cause: null,
    };
    const aborted = {
      ...running,
      status: 'ABORTED',
      stopDate: Date.UTC(2026, 0, 5, 9, 0, 5),
      error: 'Stop',
      cause: 'by hand',
    };
    expect(changes).toMatchObject([running, aborted]);
  });

  it('are told the output of a success', async () => {
    const { engine } = workflow();
    const changes: unknown[] = [];
    engine.onStatusChange(({ status, output }) => changes.push([status, output]));
    await start(engine, done, [1]);
    expect(changes).toEqual([
      ['RUNNING', null],
      ['SUCCEEDED', '[1]'],
    ]);
  });

  it('are told to read for themselves what is too long for an event', async () => {
    const { engine } = workflow();
    const seen: unknown[] = [];
    engine.onStatusChange(({ input, inputDetails }) => seen.push([input, inputDetails]));
    await start(engine, wait, 'x'.repeat(255_000));
    expect(seen).toEqual([[null, { included: false }]]);
  });

  it('are told every state that is entered, with its input', async () => {
    const { engine } = workflow();
    const entered: unknown[] = [];
    engine.onStateEntered((event) => entered.push(event));
    const First = { Type: 'Pass', Output: 7, Next: 'Second' };
    const { arn } = await start(engine, definition({ First, Second: { Type: 'Succeed' } }), [1]);
    expect(entered).toEqual([
      { executionArn: arn, state: 'First', input: [1] },
      { executionArn: arn, state: 'Second', input: 7 },
    ]);
  });
});

describe('memory', () => {
  it('keeps the newest finished executions, the very newest event by event', async () => {
    const { engine } = workflow({ keepFinished: 3, keepHistories: 1 });
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: done });
    for (let n = 1; n <= 5; n++) {
      engine.startExecution({ stateMachineArn, name: `call-${n}` });
      await settle(5);
    }
    const kept = engine.listExecutions(stateMachineArn);
    expect(kept.map(({ name }) => name)).toEqual(['call-5', 'call-4', 'call-3']);
    expect(kept.map(({ history }) => history.events.length)).toEqual([4, 2, 2]);
    expect(kept[1] && eventTypes(kept[1])).toEqual(['ExecutionStarted', 'ExecutionSucceeded']);
  });

  it('keeps every execution that runs', async () => {
    const { engine } = workflow({ keepFinished: 0 });
    const stateMachineArn = engine.createStateMachine({ name: 'm', definition: wait });
    for (let n = 1; n <= 3; n++) engine.startExecution({ stateMachineArn });
    expect(engine.listExecutions(stateMachineArn, 'RUNNING')).toHaveLength(3);
    expect(engine.listExecutions(stateMachineArn, 'FAILED')).toHaveLength(0);
  });
});
