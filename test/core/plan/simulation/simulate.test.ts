import { describe, expect, it } from 'vitest';
import { simulate, type ArrivingCall } from '../../../../core/plan/simulation/simulate.ts';
import { seeded } from '../../../../core/seeded-random.ts';
import { erlangMeanWait } from '../support/erlang.ts';
import { fixedFleet } from '../support/fleets.ts';

const HANDLERS = { admit: 0, refine: 0, announce: 0 };

function poissonCalls(
  count: number,
  { meanGap, meanService }: { meanGap: number; meanService: number },
  seed: number,
): ArrivingCall[] {
  const random = seeded(seed);
  const exponential = (mean: number) => -Math.log(1 - random()) * mean;
  let at = 0;
  return Array.from({ length: count }, () => {
    at += exponential(meanGap);
    return { at, hearingSeconds: exponential(meanService), readingSeconds: 0 };
  });
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the simulation', () => {
  it.each([
    { servers: 1, load: 0.5 },
    { servers: 4, load: 3 },
    { servers: 12, load: 10 },
  ])('waits as Erlang says: $servers servers, $load erlangs', ({ servers, load }) => {
    const meanService = 20;
    const calls = poissonCalls(400_000, { meanGap: meanService / load, meanService }, 7);
    const { hearingWaits } = simulate({
      calls,
      rules: {
        workers: fixedFleet(servers),
        copies: fixedFleet(1),
        handlers: HANDLERS,
        retrySeconds: 60,
      },
      seed: 1,
      horizonSeconds: calls.at(-1)?.at ?? 0,
    });
    const expected = erlangMeanWait(servers, load, meanService);
    expect(Math.abs(mean(hearingWaits) / expected - 1)).toBeLessThan(0.02);
  });
});
