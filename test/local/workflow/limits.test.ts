import { describe, expect, it } from 'vitest';
import { PAYLOAD_LIMIT } from '../../../local/workflow/json.ts';
import {
  answering,
  definition,
  eventTypes,
  HeldFunction,
  lambdaTask,
  run,
  start,
  visited,
  workflow,
} from './harness.ts';

const ALL = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
const Caught = { Type: 'Succeed' };
const task = { ...lambdaTask, End: undefined, Next: 'Caught' };

/** Text whose JSON has exactly so many bytes. */
const ofSize = (bytes: number): string => 'é'.repeat((bytes - 2) / 2);

describe('the payload limit', () => {
  it('holds for what a state hands on, in bytes of JSON', async () => {
    const double = { Type: 'Pass', Output: '{% $states.input & $states.input %}', End: true };
    const half = PAYLOAD_LIMIT / 2 + 1;
    expect((await run({ double }, ofSize(half - (half % 2)))).status).toBe('SUCCEEDED');
    const { outcome } = await run({ double }, ofSize(half - (half % 2) + 2));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it.each([
    ['a result', { Output: 1 }, { invoke: answering(ofSize(PAYLOAD_LIMIT)) }],
    [
      'arguments',
      { Arguments: { FunctionName: 'work', Payload: '{% [$states.input, $states.input] %}' } },
      {},
    ],
    ['an assignment', { Assign: { a: '{% [$states.input, $states.input] %}' } }, {}],
  ])('holds for %s, and States.ALL does not catch it', async (_text, more, options) => {
    const Work = { ...task, ...more, Catch: ALL };
    const execution = await run({ Work, Caught }, ofSize(PAYLOAD_LIMIT - 200), options);
    expect(execution.outcome).toMatchObject({ error: 'States.DataLimitExceeded' });
    expect(visited(execution)).toEqual(['Work']);
  });

  it('is caught by its own name', async () => {
    const Catch = [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Caught' }];
    const invoke = answering(ofSize(PAYLOAD_LIMIT));
    const execution = await run({ Work: { ...task, Catch }, Caught }, {}, { invoke });
    expect(execution.status).toBe('SUCCEEDED');
    expect(eventTypes(execution)).toContain('TaskFailed');
  });
});

describe('a history', () => {
  it('ends its execution at 25,000 events, whatever is caught', async () => {
    const { engine, clock } = workflow();
    const Loop = { Type: 'Pass', Next: 'Loop' };
    const execution = await start(engine, definition({ Loop }));
    await clock.jump(0);
    expect(execution.outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(execution.history.events).toHaveLength(25_000);
    expect(eventTypes(execution).at(-1)).toBe('ExecutionFailed');
  });
});

describe('the time-out of a state machine', () => {
  it('ends the execution whatever its states would catch or retry', async () => {
    const held = new HeldFunction();
    const { engine, clock } = workflow(held);
    const Work = { ...task, Retry: [{ ErrorEquals: ['States.ALL'] }], Catch: ALL };
    const execution = await start(engine, definition({ Work, Caught }, { TimeoutSeconds: 3600 }));
    await clock.jump(3_600_000);
    expect(execution.outcome).toEqual({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(eventTypes(execution).at(-1)).toBe('ExecutionTimedOut');
    expect(visited(execution)).toEqual(['Work']);
    expect(held.aborted).toBe(true);
  });

  it('is forgotten when the execution has ended', async () => {
    const { engine, clock } = workflow();
    await start(engine, definition({ Caught }, { TimeoutSeconds: 3600 }));
    expect(clock.waiting).toBe(0);
  });
});
