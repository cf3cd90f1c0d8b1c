import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../../local/workflow/checkpoint.ts';
import { FillingJournal } from '../../support/journal-file.ts';
import { settle } from '../../support/jumping-clock.ts';
import { definition, lambdaTask, outputOf, tokenTask, visited, workflow } from './harness.ts';

const unwritable = expect.objectContaining({ name: 'JournalUnwritable' }) as Error;
const MINUTE_MS = 60_000;

function given(text: string) {
  const journal = new FillingJournal<Checkpoint>();
  const made = workflow({ journal });
  const stateMachineArn = made.engine.createStateMachine({ name: 'm', definition: text });
  return { ...made, journal, begin: () => made.engine.startExecution({ stateMachineArn }) };
}

describe('on a full disk', () => {
  it('no execution is started', async () => {
    const { engine, journal, begin } = given(definition({ Work: lambdaTask }));
    const heard: unknown[] = [];
    engine.onStateEntered((entered) => heard.push(entered));
    journal.room = 0;
    expect(begin).toThrow(unwritable);
    await settle();
    expect(heard).toEqual([]);
  });

  it('an execution goes no further than is written, and goes on once there is room', async () => {
    const Output = '{% $states.result.Payload %}';
    const First = { ...lambdaTask, End: undefined, Next: 'Second', Output };
    const { clock, journal, begin } = given(definition({ First, Second: { Type: 'Succeed' } }));
    journal.room = 1;
    const execution = begin();
    await clock.jump(10 * MINUTE_MS);
    expect(visited(execution)).toEqual(['First']);
    journal.room = 1;
    await clock.jump(2 * MINUTE_MS);
    expect(visited(execution)).toEqual(['First', 'Second']);
    expect(execution.status).toBe('RUNNING');
    journal.room = Infinity;
    await clock.jump(2 * MINUTE_MS);
    expect(outputOf(execution)).toEqual({});
  });

  it('an answer is refused, and taken once there is room', async () => {
    const { engine, clock, journal, begin, tokenOf } = given(definition({ Wait: tokenTask }));
    const execution = begin();
    await settle(40);
    journal.room = 0;
    expect(() => engine.sendTaskSuccess(tokenOf(), '1')).toThrow(unwritable);
    expect(() => engine.sendTaskHeartbeat(tokenOf())).toThrow(unwritable);
    expect(() => engine.stopExecution(execution.arn)).toThrow(unwritable);
    expect(execution.status).toBe('RUNNING');
    journal.room = Infinity;
    engine.sendTaskSuccess(tokenOf(), '1');
    await clock.jump(0);
    expect(outputOf(execution)).toBe(1);
  });

  it('whoever is told of an end is told until it can be written that they were', async () => {
    const { engine, clock, journal, begin } = given(definition({ Done: { Type: 'Succeed' } }));
    const told: string[] = [];
    engine.onStatusChange(({ status }) => told.push(status));
    // The start and the end; not that anybody was told.
    journal.room = 2;
    begin();
    await settle();
    expect(told).toEqual(['RUNNING', 'SUCCEEDED']);
    journal.room = Infinity;
    await clock.jump(MINUTE_MS);
    expect(told).toEqual(['RUNNING', 'SUCCEEDED', 'SUCCEEDED']);
    expect(clock.waiting).toBe(0);
  });
});
