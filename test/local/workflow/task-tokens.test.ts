import { describe, expect, it } from 'vitest';
import { settle } from '../../support/jumping-clock.ts';
import {
  DAY_SECONDS,
  definition,
  eventTypes,
  Gate,
  outputOf,
  start,
  tokenTask,
  visited,
  workflow,
} from './harness.ts';

const closed = expect.objectContaining({ name: 'TaskTimedOut' });

/** Starts a machine whose first state waits for its token. */
async function waiting(more: object = {}, rest: Record<string, object> = {}) {
  const system = workflow();
  const execution = await start(
    system.engine,
    definition({ Wait: { ...tokenTask, ...more }, ...rest }),
  );
  return { ...system, execution, token: system.tokenOf() };
}

describe('a task that waits for its token', () => {
  it('sends the token and goes on with the answer', async () => {
    const { engine, clock, execution, token } = await waiting();
    expect(execution.status).toBe('RUNNING');
    engine.sendTaskSuccess(token, '{"done":0}');
    await clock.jump(0);
    expect(outputOf(execution)).toEqual({ done: 0 });
    expect(eventTypes(execution)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('fails with the error that is sent', async () => {
    const { engine, clock, execution, token } = await waiting();
    engine.sendTaskFailure(token, { error: 'ENGINE_FAILED', cause: 'code 3' });
    await clock.jump(0);
    const failed = { status: 'FAILED', error: 'ENGINE_FAILED', cause: 'code 3' };
    expect(execution.outcome).toEqual(failed);
  });

  it('takes a failure without a name', async () => {
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }];
    const more = { End: undefined, Next: 'Caught', Catch };
    const { engine, clock, execution, token } = await waiting(more, {
      Caught: { Type: 'Succeed' },
    });
    engine.sendTaskFailure(token, {});
    await clock.jump(0);
    expect(outputOf(execution)).toEqual({ Error: '', Cause: '' });
  });

  it('takes one answer only', async () => {
    const { engine, clock, execution, token } = await waiting();
    engine.sendTaskSuccess(token, '1');
    expect(() => engine.sendTaskSuccess(token, '2')).toThrow(closed);
    expect(() => engine.sendTaskFailure(token, {})).toThrow(closed);
    await clock.jump(0);
    expect(() => engine.sendTaskHeartbeat(token)).toThrow(closed);
    expect(outputOf(execution)).toBe(1);
  });

  it('takes an answer that comes before the message is known to be sent', async () => {
    const gate = new Gate();
    const { engine, tokenOf } = workflow({ sending: gate.opened });
    const execution = await start(engine, definition({ Wait: tokenTask }));
    engine.sendTaskSuccess(tokenOf(), '"early"');
    await settle();
    gate.open();
    await settle();
    expect(outputOf(execution)).toBe('early');
    expect(eventTypes(execution).at(-1)).toBe('ExecutionSucceeded');
  });

  it('puts nothing about its message after its end into the history', async () => {
    const gate = new Gate();
    const { engine, tokenOf } = workflow({ sending: gate.opened });
    const First = { ...tokenTask, End: undefined, Next: 'Second' };
    const execution = await start(engine, definition({ First, Second: tokenTask }));
    engine.sendTaskSuccess(tokenOf(), '1');
    await settle();
    gate.open();
    await settle();
    const submitted = eventTypes(execution).filter((type) => type === 'TaskSubmitted');
    expect(submitted).toHaveLength(1);
  });

  it('takes no answer after its execution was stopped', async () => {
    const { engine, clock, execution, token } = await waiting({ TimeoutSeconds: 60 });
    engine.stopExecution(execution.arn, { error: 'Stop', cause: 'by hand' });
    expect(() => engine.sendTaskSuccess(token, '1')).toThrow(closed);
    expect(clock.waiting).toBe(0);
    expect(execution.outcome).toEqual({ status: 'ABORTED', error: 'Stop', cause: 'by hand' });
    expect(eventTypes(execution).at(-1)).toBe('ExecutionAborted');
  });

  it('takes no answer after its time-out, at that very moment', async () => {
    const { engine, clock, execution, token } = await waiting({ TimeoutSeconds: 60 });
    let late: unknown;
    clock.after(60_000, () => {
      try {
        engine.sendTaskSuccess(token, '1');
      } catch (error) {
        late = error;
      }
    });
    await clock.jump(60_000);
    expect(late).toEqual(closed);
    expect(execution.outcome).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('does not time out once it is answered, even at that very moment', async () => {
    const { engine, clock, execution, token } = await waiting({ TimeoutSeconds: 60 });
    await clock.jump(59_999);
    engine.sendTaskSuccess(token, '1');
    await clock.jump(1);
    expect(execution.status).toBe('SUCCEEDED');
  });

  it('waits 14 days without a limit of its own', async () => {
    const { engine, clock, execution, token } = await waiting();
    await clock.jump(14 * DAY_SECONDS * 1000);
    expect(execution.status).toBe('RUNNING');
    engine.sendTaskSuccess(token, '{}');
    await clock.jump(0);
    expect(execution.status).toBe('SUCCEEDED');
    expect(execution.stopDate).toBe(execution.startDate + 14 * DAY_SECONDS * 1000);
  });

  it('gives each attempt a token of its own', async () => {
    const Retry = [{ ErrorEquals: ['Again'] }];
    const { engine, clock, sent, tokenOf, execution, token } = await waiting({ Retry });
    engine.sendTaskFailure(token, { error: 'Again' });
    await clock.jump(1_000);
    expect(sent).toHaveLength(2);
    expect(tokenOf()).not.toBe(token);
    expect(() => engine.sendTaskSuccess(token, '1')).toThrow(closed);
    engine.sendTaskSuccess(tokenOf(), '2');
    await clock.jump(0);
    expect(outputOf(execution)).toBe(2);
  });

  it.each([
    ['no token', 'InvalidToken'],
    ['A'.repeat(64), 'TaskDoesNotExist'],
  ])('tells %s apart', async (token, name) => {
    const { engine } = await waiting();
    expect(() => engine.sendTaskSuccess(token, '1')).toThrow(expect.objectContaining({ name }));
  });

  it.each([
    ['no JSON', 'InvalidOutput'],
    [`"${'x'.repeat(262_143)}"`, 'ValidationException'],
  ])('refuses an answer and goes on waiting for a better one', async (output, name) => {
    const { engine, execution, token } = await waiting();
    expect(() => engine.sendTaskSuccess(token, output)).toThrow(expect.objectContaining({ name }));
    expect(execution.status).toBe('RUNNING');
    engine.sendTaskSuccess(token, 'null');
  });
});

describe('HeartbeatSeconds', () => {
  const Catch = [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Silent' }];
  const more = { End: undefined, Next: 'Silent', HeartbeatSeconds: 30, Catch };
  const rest = { Silent: { Type: 'Succeed' } };

  it('ends a task that stays silent, as a time-out', async () => {
    const { clock, execution } = await waiting(more, rest);
    await clock.jump(29_999);
    expect(execution.status).toBe('RUNNING');
    await clock.jump(1);
    expect(visited(execution)).toEqual(['Wait', 'Silent']);
    expect(outputOf(execution)).toEqual({ Error: 'States.Timeout', Cause: '' });
    expect(eventTypes(execution)).toContain('TaskTimedOut');
  });

  it('starts again with every heartbeat', async () => {
    const { engine, clock, execution, token } = await waiting(more, rest);
    for (let beat = 0; beat < 10; beat++) {
      await clock.jump(29_999);
      engine.sendTaskHeartbeat(token);
    }
    expect(execution.status).toBe('RUNNING');
    await clock.jump(30_000);
    expect(execution.status).toBe('SUCCEEDED');
  });

  it('does not lengthen TimeoutSeconds', async () => {
    const { engine, clock, execution, token } = await waiting(
      { ...more, TimeoutSeconds: 40, Catch: [] },
      rest,
    );
    await clock.jump(20_000);
    engine.sendTaskHeartbeat(token);
    await clock.jump(20_000);
    expect(execution.outcome).toMatchObject({ error: 'States.Timeout' });
    expect(clock.waiting).toBe(0);
  });
});
