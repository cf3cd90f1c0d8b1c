import { beforeEach, describe, expect, it } from 'vitest';
import {
  CreatedStateMachines,
  type CreatedStateMachine,
} from '../../../local/services/created-state-machines.ts';
import { workflow } from '../workflow/harness.ts';

const ROLE = 'arn:aws:iam::000000000000:role/any';
const endsWith = (output: string): string =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'One',
    States: { One: { Type: 'Succeed', Output: output } },
  });

let journal: Map<string, CreatedStateMachine>;
let harness: ReturnType<typeof workflow>;
let machines: CreatedStateMachines;
beforeEach(() => {
  journal = new Map();
  harness = workflow();
  machines = new CreatedStateMachines(harness.engine, harness.clock, journal);
});

describe('a state machine that a client makes', () => {
  it('runs', () => {
    const { arn } = machines.create('mine', endsWith('done'), ROLE);
    const execution = harness.engine.startExecution({ stateMachineArn: arn });
    expect(execution.arn).toContain(':mine:');
  });

  it('is the one that is there when it is made again as it was', () => {
    const first = machines.create('mine', endsWith('done'), ROLE);
    expect(machines.create('mine', endsWith('done'), ROLE)).toEqual(first);
  });

  it('is refused when another one has its name', () => {
    machines.create('mine', endsWith('done'), ROLE);
    expect(() => machines.create('mine', endsWith('other'), ROLE)).toThrow('Already Exists');
  });

  it('is refused, and not kept, when it would not run here as it does on AWS', () => {
    expect(() => machines.create('mine', '{"StartAt": "One"}', ROLE)).toThrow(
      'Invalid State Machine Definition',
    );
    expect(journal.size).toBe(0);
  });

  it('is there again after a restart', () => {
    const { arn } = machines.create('mine', endsWith('done'), ROLE);
    const restarted = workflow();
    const again = new CreatedStateMachines(restarted.engine, restarted.clock, journal);
    expect(again.create('mine', endsWith('done'), ROLE).arn).toBe(arn);
    expect(restarted.engine.listExecutions(arn)).toEqual([]);
  });
});
