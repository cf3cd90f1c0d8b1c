import { describe, expect, it } from 'vitest';
import {
  definition,
  eventTypes,
  failing,
  HeldFunction,
  LAMBDA,
  lambdaTask,
  outputOf,
  run,
  start,
  workflow,
} from '../harness.ts';

describe('a Task state', () => {
  it('hands on the whole result of its integration', async () => {
    const execution = await run({ Work: lambdaTask }, { n: 1 });
    const result = { ExecutedVersion: '$LATEST', Payload: { n: 1 }, StatusCode: 200 };
    expect(outputOf(execution)).toEqual(result);
  });

  it('shapes the result by Output, with input and context in sight', async () => {
    const Output = {
      answer: '{% $states.result.Payload.n + $states.input.n %}',
      at: '{% $states.context.State.Name %}',
    };
    const execution = await run({ Work: { ...lambdaTask, Output } }, { n: 2 });
    expect(outputOf(execution)).toEqual({ answer: 4, at: 'Work' });
  });

  it('tells its history event by event, each after the one before', async () => {
    const execution = await run({ Work: lambdaTask });
    expect(eventTypes(execution)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    const { events } = execution.history;
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(events.map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2, 3, 4, 5, 6]);
    expect(events[2]?.taskScheduledEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      region: 'eu-west-1',
      parameters: '{"FunctionName":"work","Payload":{}}',
    });
  });

  it('fails the execution with the error of its integration', async () => {
    const invoke = failing('NotFound', 'nothing there');
    const execution = await run({ Work: lambdaTask }, {}, { invoke });
    const cause = '{"errorType":"NotFound","errorMessage":"nothing there"}';
    expect(execution.outcome).toEqual({ status: 'FAILED', error: 'NotFound', cause });
    expect(eventTypes(execution).slice(-2)).toEqual(['TaskFailed', 'ExecutionFailed']);
  });

  it('times out, aborts its call and takes no late answer', async () => {
    const held = new HeldFunction();
    const { engine, clock } = workflow(held);
    const Work = { ...lambdaTask, TimeoutSeconds: 5 };
    const execution = await start(engine, definition({ Work }));
    await clock.jump(4_999);
    expect(execution.status).toBe('RUNNING');
    await clock.jump(1);
    held.answer('late');
    await clock.jump(1);
    expect(execution.outcome).toEqual({ status: 'FAILED', error: 'States.Timeout' });
    expect(eventTypes(execution).slice(-2)).toEqual(['TaskTimedOut', 'ExecutionFailed']);
    expect(held.aborted).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  it('takes its time limit from an expression', async () => {
    const { engine, clock } = workflow(new HeldFunction());
    const Work = { ...lambdaTask, TimeoutSeconds: '{% $states.input.limit %}' };
    const execution = await start(engine, definition({ Work }), { limit: 2 });
    await clock.jump(2_000);
    expect(execution.outcome).toMatchObject({ error: 'States.Timeout' });
  });

  it.each(['{% 0 %}', '{% 1.5 %}', "{% '5' %}"])('takes no %s for a time limit', async (limit) => {
    const execution = await run({ Work: { ...lambdaTask, TimeoutSeconds: limit } });
    expect(execution.outcome).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('leaves no timer behind when it succeeds', async () => {
    const { engine, clock } = workflow();
    await start(engine, definition({ Work: { ...lambdaTask, TimeoutSeconds: 5 } }));
    expect(clock.waiting).toBe(0);
  });

  it('refuses an argument that its integration does not know, beyond any Catch', async () => {
    const Arguments = { FunctionName: 'work', InvocationType: 'Event' };
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const Caught = { Type: 'Succeed' };
    const Work = { Type: 'Task', Resource: LAMBDA, Arguments, Catch, Next: 'Caught' };
    const { outcome } = await run({ Work, Caught });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(JSON.stringify(outcome)).toContain('InvocationType');
  });
});
