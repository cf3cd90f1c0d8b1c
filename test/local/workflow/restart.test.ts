import { describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../local/workflow/checkpoint.ts';
import type { WorkflowEngine } from '../../../local/workflow/engine.ts';
import type { Execution } from '../../../local/workflow/execution.ts';
import { journalFile } from '../../support/journal-file.ts';
import { JumpingClock, settle } from '../../support/jumping-clock.ts';
import {
  DAY_SECONDS,
  definition,
  eventTypes,
  HeldFunction,
  lambdaTask,
  named,
  outputOf,
  tokenTask,
  visited,
  workflow,
} from './harness.ts';

const DAY_MS = DAY_SECONDS * 1000;

/** Engines one after another, each with what the one before it kept, on one clock. */
function givenEngines(text: string) {
  const clock = new JumpingClock();
  const open = journalFile(Checkpoint);
  let running: WorkflowEngine | undefined;
  return {
    clock,
    open,
    /** The next process: it remembers, and has not yet gone on. The one before it is no more. */
    boot(options: Parameters<typeof workflow>[0] = {}) {
      running?.close();
      const made = workflow({ ...options, clock, journal: open() });
      const stateMachineArn = made.engine.createStateMachine({ name: 'm', definition: text });
      running = made.engine;
      const begin = (input: unknown = {}, name = 'call-1') =>
        made.engine.startExecution({ stateMachineArn, name, input: JSON.stringify(input) });
      return { ...made, stateMachineArn, begin };
    },
    /** The next process, which has gone on. */
    async restart(options: Parameters<typeof workflow>[0] = {}) {
      const booted = this.boot(options);
      booted.engine.resume();
      await settle(40);
      return booted;
    },
  };
}

const only = (engine: WorkflowEngine, arn: string): Execution => engine.describeExecution(arn);

describe('an execution that ran when its process was killed', () => {
  const First = { Type: 'Pass', Assign: { kept: '{% $states.input.n %}' }, Next: 'Work' };
  const Output = { kept: '{% $kept %}', result: '{% $states.result.Payload %}' };
  const Work = { ...lambdaTask, Output };
  const text = definition({ First, Work });

  it('enters its state again, with its input, variables and times, and ends', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot(new HeldFunction());
    const { arn } = killed.begin({ n: 7 });
    await settle(40);
    const before = only(killed.engine, arn);
    await engines.clock.jump(5_000);

    const { engine } = await engines.restart();

    const after = only(engine, arn);
    expect(outputOf(after)).toEqual({ kept: 7, result: { n: 7 } });
    expect(after).toMatchObject({ startDate: before.startDate, input: '{"n":7}', name: 'call-1' });
    expect(visited(after)).toEqual(['Work']);
  });

  it('goes on with the ids of its history where it entered the state', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot(new HeldFunction());
    const { arn } = killed.begin({ n: 7 });
    await settle(40);
    const entered = only(killed.engine, arn).history.events.filter(({ type }) =>
      /ExecutionStarted|TaskStateEntered/.test(type),
    );

    const { engine } = await engines.restart();

    const { events } = only(engine, arn).history;
    expect(events.slice(0, 2)).toEqual(entered);
    expect(events.map(({ id }) => id)).toEqual([1, 4, 5, 6, 7, 8, 9]);
  });

  it('shows itself as running, and keeps its name, before it goes on', async () => {
    const engines = givenEngines(text);
    const { arn } = engines.boot(new HeldFunction()).begin({ n: 7 });
    await settle(40);

    const { engine, begin, stateMachineArn } = engines.boot();

    expect(only(engine, arn).status).toBe('RUNNING');
    expect(engine.listExecutions(stateMachineArn, 'RUNNING')).toHaveLength(1);
    expect(begin({ n: 7 }).arn).toBe(arn);
    expect(() => begin({ n: 8 })).toThrow('Already Exists');
  });

  it('has its retries counted from nothing', async () => {
    const Retry = [{ ErrorEquals: ['Busy'], MaxAttempts: 2, IntervalSeconds: 1 }];
    const engines = givenEngines(definition({ Work: { ...lambdaTask, Retry } }));
    let attempts = 0;
    const invoke = async () => {
      attempts++;
      throw named('Busy');
    };
    const { arn } = engines.boot({ invoke }).begin();
    await engines.clock.jump(1_000);
    expect(attempts).toBe(2);

    const { engine } = await engines.restart({ invoke });
    await engines.clock.jump(0);
    expect(attempts).toBe(3);
    expect(only(engine, arn).status).toBe('RUNNING');
  });

  it('is timed out by the time since its start', async () => {
    const engines = givenEngines(definition({ Work: lambdaTask }, { TimeoutSeconds: 3_600 }));
    const { arn } = engines.boot(new HeldFunction()).begin();
    await settle();
    await engines.clock.jump(3_000_000);

    const { engine } = await engines.restart(new HeldFunction());
    await engines.clock.jump(599_000);
    expect(only(engine, arn).status).toBe('RUNNING');
    await engines.clock.jump(1_000);
    expect(only(engine, arn).status).toBe('TIMED_OUT');
  });

  it('fails when the state that it was in is no longer there', async () => {
    const engines = givenEngines(text);
    const { arn } = engines.boot(new HeldFunction()).begin({ n: 7 });
    await settle(40);
    const { engine } = workflow({ clock: engines.clock, journal: engines.open() });
    engine.createStateMachine({ name: 'm', definition: definition({ New: { Type: 'Succeed' } }) });
    engine.resume();
    await settle();
    expect(only(engine, arn).outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('survives a second kill, and a third', async () => {
    const engines = givenEngines(text);
    const { arn } = engines.boot(new HeldFunction()).begin({ n: 7 });
    await settle(40);
    for (const _ of [2, 3]) await engines.restart(new HeldFunction());
    const { engine } = await engines.restart();
    expect(outputOf(only(engine, arn))).toEqual({ kept: 7, result: { n: 7 } });
  });
});

describe('a task that waited for its token when its process was killed', () => {
  const Output = '{% $states.result %}';
  const limits = { HeartbeatSeconds: DAY_SECONDS, TimeoutSeconds: 3 * DAY_SECONDS };
  const text = definition({ Wait: { ...tokenTask, ...limits, Output } });

  /** Waits in one process, then in the next. */
  async function waitedTwice() {
    const engines = givenEngines(text);
    const killed = engines.boot();
    const { arn } = killed.begin();
    await settle(40);
    const token = killed.tokenOf();
    const restarted = await engines.restart();
    return { engines, arn, token, ...restarted };
  }

  it('is not sent again, and takes the answer to the token that it had', async () => {
    const { engine, arn, token, sent } = await waitedTwice();
    expect(sent).toEqual([]);
    expect(only(engine, arn).status).toBe('RUNNING');
    engine.sendTaskHeartbeat(token);
    engine.sendTaskSuccess(token, '{"heard":true}');
    await settle();
    expect(outputOf(only(engine, arn))).toEqual({ heard: true });
  });

  it('takes a failure too', async () => {
    const { engine, arn, token } = await waitedTwice();
    engine.sendTaskFailure(token, { error: 'ENGINE_FAILED', cause: 'why' });
    await settle();
    const failed = { status: 'FAILED', error: 'ENGINE_FAILED', cause: 'why' };
    expect(only(engine, arn).outcome).toEqual(failed);
  });

  it('is heard of for as long after its last heartbeat as before', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot();
    const { arn } = killed.begin();
    await settle(40);
    await engines.clock.jump(0.5 * DAY_MS);
    killed.engine.sendTaskHeartbeat(killed.tokenOf());
    await engines.clock.jump(0.75 * DAY_MS);

    const { engine } = await engines.restart();
    await engines.clock.jump(0.25 * DAY_MS - 1);
    expect(only(engine, arn).status).toBe('RUNNING');
    await engines.clock.jump(1);
    expect(only(engine, arn).outcome).toMatchObject({ error: 'States.Timeout' });
  });

  it('is timed out by the time since it began, also by that in which nothing ran', async () => {
    const patient = definition({ Wait: { ...tokenTask, TimeoutSeconds: 3 * DAY_SECONDS } });
    const engines = givenEngines(patient);
    const killed = engines.boot();
    const { arn } = killed.begin();
    await settle(40);
    killed.engine.close();
    await engines.clock.jump(2 * DAY_MS);

    const { engine } = await engines.restart();
    await engines.clock.jump(DAY_MS - 1);
    expect(only(engine, arn).status).toBe('RUNNING');
    await engines.clock.jump(1);
    expect(only(engine, arn).outcome).toMatchObject({ error: 'States.Timeout' });
  });

  it('is sent again, under the same token, when it is not sure that it was sent', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot({ sending: new Promise(() => {}) });
    const { arn } = killed.begin();
    await settle(40);

    const { engine, sent, tokenOf } = await engines.restart();

    expect(sent).toHaveLength(1);
    expect(tokenOf()).toBe(killed.tokenOf());
    engine.sendTaskSuccess(tokenOf(), '1');
    await settle();
    expect(outputOf(only(engine, arn))).toBe(1);
  });

  it('keeps an answer that was accepted and not yet acted upon', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot();
    const { arn } = killed.begin();
    await settle(40);
    // In one turn: the kill comes before the task has moved on.
    killed.engine.sendTaskSuccess(killed.tokenOf(), '"answered"');
    const { engine } = engines.boot();
    expect(only(engine, arn).status).toBe('RUNNING');
    engine.resume();
    await settle(40);
    expect(outputOf(only(engine, arn))).toBe('answered');
  });
});

describe('an execution that ended before its process was killed', () => {
  const text = definition({ Done: { Type: 'Succeed', Output: 'done' } });

  it('is described as it ended, by the first and last event of its history', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot();
    const { arn } = killed.begin({ a: 1 });
    await settle();
    const { startDate, stopDate, outcome } = only(killed.engine, arn);
    await engines.clock.jump(DAY_MS);

    const { engine, begin } = await engines.restart();

    const after = only(engine, arn);
    expect(after).toMatchObject({ status: 'SUCCEEDED', startDate, stopDate, outcome });
    expect(eventTypes(after)).toEqual(['ExecutionStarted', 'ExecutionSucceeded']);
    expect(after.history.events.map(({ id, timestamp }) => [id, timestamp])).toEqual([
      [1, startDate],
      [4, stopDate],
    ]);
    expect(() => begin({ a: 1 })).toThrow('Already Exists');
  });

  it('is told of once, if the kill did not come before that', async () => {
    const engines = givenEngines(text);
    const told: unknown[] = [];
    const killed = engines.boot();
    killed.engine.onStatusChange(({ status }) => told.push(status));
    killed.begin();
    await settle();
    const after = engines.boot();
    after.engine.onStatusChange(({ status }) => told.push(status));
    after.engine.resume();
    await settle();
    expect(told).toEqual(['RUNNING', 'SUCCEEDED']);
  });

  it('is told of after the restart, if nobody had taken that', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot();
    killed.engine.onStatusChange(() => new Promise(() => {}));
    const { arn } = killed.begin();
    await settle();

    const told: unknown[] = [];
    const after = engines.boot();
    after.engine.onStatusChange(({ executionArn, status }) => told.push([executionArn, status]));
    after.engine.resume();
    await settle();

    expect(told).toEqual([[arn, 'SUCCEEDED']]);
  });

  it('is remembered while it is among the newest', async () => {
    const engines = givenEngines(text);
    const killed = engines.boot({ keepFinished: 3 });
    for (const n of [1, 2, 3, 4, 5]) {
      killed.begin({}, `call-${n}`);
      await settle(5);
    }
    expect(engines.open().size).toBe(3);
    const { engine, stateMachineArn } = await engines.restart({ keepFinished: 2 });
    const kept = engine.listExecutions(stateMachineArn).map(({ name }) => name);
    expect(kept).toEqual(['call-5', 'call-4']);
  });
});

describe('an engine that is closed', () => {
  it('leaves what runs to the next one and says nothing of its tokens', async () => {
    const engines = givenEngines(definition({ Wait: tokenTask }));
    const closed = engines.boot();
    const { arn } = closed.begin();
    await settle(40);
    const token = closed.tokenOf();
    closed.engine.close();
    await settle();

    expect(only(closed.engine, arn).status).toBe('RUNNING');
    expect(() => closed.engine.sendTaskSuccess(token, '1')).toThrow('stopped');
    expect(engines.clock.waiting).toBe(0);
    const { engine } = await engines.restart();
    engine.sendTaskSuccess(token, '1');
    await settle();
    expect(only(engine, arn).status).toBe('SUCCEEDED');
  });
});
