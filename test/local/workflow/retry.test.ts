import { describe, expect, it } from 'vitest';
import { definition, eventTypes, lambdaTask, named, outputOf, start, workflow } from './harness.ts';

/** Fails as often as it has errors, then answers; notes when it was called, in seconds. */
function flaky(errors: string[], random?: () => number) {
  const calls: number[] = [];
  const begun = { at: 0 };
  const system = workflow({
    ...(random && { random }),
    invoke: async (_name, payload) => {
      calls.push((system.clock.now() - begun.at) / 1000);
      const error = errors[calls.length - 1];
      if (error !== undefined) throw named(error);
      return { payload };
    },
  });
  begun.at = system.clock.now();
  return { ...system, calls };
}

const forever = (error: string): string[] => Array.from({ length: 99 }, () => error);

describe('Retry', () => {
  it.each([
    ['by default 1, 2 and 4 seconds', {}, [0, 1, 3, 7]],
    ['no longer at a rate of 1', { IntervalSeconds: 5, BackoffRate: 1 }, [0, 5, 10, 15]],
    ['by a fraction', { IntervalSeconds: 4, BackoffRate: 1.5 }, [0, 4, 10, 19]],
    [
      'up to the longest delay',
      { IntervalSeconds: 10, MaxDelaySeconds: 25, MaxAttempts: 4 },
      [0, 10, 30, 55, 80],
    ],
    ['never with no attempts', { MaxAttempts: 0 }, [0]],
  ])('backs off %s', async (_text, policy, times) => {
    const { engine, clock, calls } = flaky(forever('Broken'));
    const Retry = [{ ErrorEquals: ['States.ALL'], ...policy }];
    const execution = await start(engine, definition({ Work: { ...lambdaTask, Retry } }));
    await clock.jump(1_000_000);
    expect(calls).toEqual(times);
    expect(execution.outcome).toMatchObject({ status: 'FAILED', error: 'Broken' });
  });

  it('spreads its delays over their whole length with full jitter', async () => {
    const { engine, clock, calls } = flaky(forever('Broken'), () => 0.25);
    const Retry = [{ ErrorEquals: ['Broken'], IntervalSeconds: 8, JitterStrategy: 'FULL' }];
    await start(engine, definition({ Work: { ...lambdaTask, Retry } }));
    await clock.jump(1_000_000);
    expect(calls).toEqual([0, 2, 6, 14]);
  });

  it('counts for each retrier alone, and the first that matches decides', async () => {
    const { engine, clock, calls } = flaky(['A', 'B', 'A', 'B', 'B']);
    const Retry = [
      { ErrorEquals: ['A'], IntervalSeconds: 1, MaxAttempts: 2 },
      { ErrorEquals: ['B'], IntervalSeconds: 100, MaxAttempts: 2 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 9 },
    ];
    const execution = await start(engine, definition({ Work: { ...lambdaTask, Retry } }));
    await clock.jump(1_000_000);
    expect(calls).toEqual([0, 1, 101, 103, 303]);
    expect(execution.outcome).toMatchObject({ error: 'B' });
  });

  it('starts its count again when the state is entered again', async () => {
    const { engine, clock, calls } = flaky(['A', 'A', 'A']);
    const Retry = [{ ErrorEquals: ['A'], MaxAttempts: 1 }];
    const Catch = [{ ErrorEquals: ['A'], Next: 'Work' }];
    const execution = await start(engine, definition({ Work: { ...lambdaTask, Retry, Catch } }));
    await clock.jump(1_000_000);
    expect(calls).toEqual([0, 1, 1, 2]);
    expect(execution.status).toBe('SUCCEEDED');
  });

  it('evaluates the arguments anew, with the number of the retry in sight', async () => {
    const { engine, clock } = flaky(['A', 'A']);
    const Payload = '{% $states.context.State.RetryCount %}';
    const Work = {
      ...lambdaTask,
      Arguments: { FunctionName: 'work', Payload },
      Retry: [{ ErrorEquals: ['A'] }],
      Output: '{% $states.result.Payload %}',
    };
    const execution = await start(engine, definition({ Work }));
    await clock.jump(10_000);
    expect(outputOf(execution)).toBe(2);
    const scheduled = eventTypes(execution).filter((type) => type === 'TaskScheduled');
    expect(scheduled).toHaveLength(3);
  });

  it('stops waiting when the execution is stopped', async () => {
    const { engine, clock, calls } = flaky(forever('A'));
    const Retry = [{ ErrorEquals: ['A'], IntervalSeconds: 60 }];
    const execution = await start(engine, definition({ Work: { ...lambdaTask, Retry } }));
    engine.stopExecution(execution.arn);
    expect(clock.waiting).toBe(0);
    await clock.jump(1_000_000);
    expect(calls).toEqual([0]);
    expect(execution.status).toBe('ABORTED');
  });
});
