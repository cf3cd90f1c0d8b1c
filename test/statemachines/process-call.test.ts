import { describe, expect, it } from 'vitest';
import aslValidator from 'asl-validator';
import { ERROR, FAILURE_CODES, STAGES } from '../../core/contract.ts';
import { FUNCTION_BINDINGS, PROCESS_CALL_DEFINITION } from '../../statemachines/bindings.ts';
import { textOf } from '../support/project-files.ts';

interface Rule {
  ErrorEquals: string[];
  Comment?: string;
  Next?: string;
  IntervalSeconds?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  MaxAttempts?: number;
  Output?: unknown;
}
interface State {
  Type: string;
  Comment?: string;
  Resource?: string;
  Retry?: Rule[];
  Catch?: Rule[];
  Next?: string;
  Default?: string;
  End?: boolean;
  Choices?: { Next: string }[];
  HeartbeatSeconds?: number;
  TimeoutSeconds?: number;
}
interface Machine {
  StartAt: string;
  TimeoutSeconds: number;
  States: Record<string, State>;
}

const text = textOf(PROCESS_CALL_DEFINITION);
const machine = JSON.parse(text) as Machine;
const states = Object.entries(machine.States);
const tasks = states.filter(([, { Type }]) => Type === 'Task');
const SQS_RETENTION_SECONDS = 14 * 24 * 3600;

describe('process-call.asl.json', () => {
  it('is valid by the validator', () => {
    expect(aslValidator(JSON.parse(text))).toMatchObject({ isValid: true, errors: [] });
  });

  it('has exactly the placeholders that the bindings name', () => {
    const placeholders = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    const bound = [...Object.keys(FUNCTION_BINDINGS), 'JobQueueUrl', 'EventBus'];
    expect(new Set(placeholders)).toEqual(new Set(bound));
  });

  it('says of every state why it is there', () => {
    expect(states.filter(([, { Comment }]) => !Comment).map(([name]) => name)).toEqual([]);
  });

  it('catches every failure of every task, and retries each for a stated reason', () => {
    for (const [name, { Catch = [], Retry = [] }] of tasks) {
      expect(Catch.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
      expect(Retry.length, name).toBeGreaterThan(0);
      expect(
        Retry.every(({ Comment }) => Comment),
        name,
      ).toBe(true);
    }
  });

  it('lets no cause of an error go on: it may quote what was said', () => {
    expect(text).not.toContain('errorOutput.Cause');
  });

  it('takes at most 8 state transitions on the good path', () => {
    const path = [machine.StartAt];
    const next: Record<string, string> = {
      'What was admitted?': 'Transcribe recording',
      'Was speech found?': 'Refine transcript',
    };
    for (let name = machine.StartAt; machine.States[name]?.End !== true;) {
      name = next[name] ?? machine.States[name]?.Next ?? '';
      path.push(name);
    }
    expect(path.at(-1)).toBe('Announce analysis');
    expect(path.length).toBeLessThanOrEqual(8);
  });

  it('times no call out that could still be picked up from the queue', () => {
    const { HeartbeatSeconds = 0, TimeoutSeconds } = machine.States['Transcribe recording'] ?? {};
    expect(HeartbeatSeconds).toBeGreaterThanOrEqual(SQS_RETENTION_SECONDS);
    expect(TimeoutSeconds).toBeUndefined();
    expect(machine.TimeoutSeconds).toBeGreaterThan(HeartbeatSeconds);
  });

  it('names only errors and stages of the contract', () => {
    const ours = tasks
      .flatMap(([, { Retry = [], Catch = [] }]) => [...Retry, ...Catch])
      .flatMap(({ ErrorEquals }) => ErrorEquals)
      .filter((error) => !/^(States|Lambda)\./.test(error));
    const known: string[] = [...Object.values(ERROR), ...FAILURE_CODES];
    expect(ours.filter((error) => !known.includes(error))).toEqual([]);
    const stages = [...text.matchAll(/"stage": "(\w+)"/g)].map(([, stage]) => stage);
    expect(stages).toEqual([...STAGES]);
    expect(text).toContain(`"Error": "${ERROR.failedAndAnnounced}"`);
  });

  it('waits for a copy of the model through a week of holidays, and looks often while one wakes', () => {
    const { Retry = [] } = machine.States['Analyse call'] ?? {};
    const rule = Retry.find(({ ErrorEquals }) => ErrorEquals.includes(ERROR.modelHasNoCapacity));
    const waits = rule === undefined ? [] : waitsOf(rule);
    expect(sum(waits)).toBeGreaterThan(13 * 24 * 3600);
    expect(sum(waits)).toBeLessThan(machine.TimeoutSeconds);
    // A copy takes 9 min 24 s to come.
    expect(sum(waits.slice(0, 8))).toBeGreaterThan(10 * 60);
    expect(waits[7]).toBeLessThan(2 * 60);
    // A task that fails writes three events of the 25,000 that a history may have.
    expect(waits.length * 3).toBeLessThan(20_000);
  });

  it('works out the waits in the comments of its retries', () => {
    const wrong = tasks
      .flatMap(([, { Retry = [] }]) => Retry)
      .filter((rule) => rule.MaxAttempts !== 0)
      .filter(({ Comment, ...rule }) => !Comment?.includes(`${written(waitsOf(rule))} s`));
    expect(wrong).toEqual([]);
  });
});

const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0);

/** `1+2+4`, or `1300 x 60 to 900` when they are many. */
const written = (waits: readonly number[]): string =>
  waits.length > 10 ? `${waits.length} x ${waits[0]} to ${waits.at(-1)}` : waits.join('+');

function waitsOf(
  rule: Rule & { IntervalSeconds?: number; BackoffRate?: number; MaxDelaySeconds?: number },
): number[] {
  const {
    IntervalSeconds = 1,
    BackoffRate = 2,
    MaxDelaySeconds = Infinity,
    MaxAttempts = 3,
  } = rule;
  return Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(IntervalSeconds * BackoffRate ** attempt, MaxDelaySeconds),
  );
}
