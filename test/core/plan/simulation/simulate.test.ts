import { describe, expect, it } from 'vitest';
import { simulate, type ArrivingCall } from '../../../../core/plan/simulation/simulate.ts';
import { seeded } from '../../../../core/seeded-random.ts';
import { erlangMeanWait } from '../support/erlang.ts';
import { fixedFleet } from '../support/fleets.ts';

const HANDLERS = { admit: 0, refine: 0, announce: 0 };
const MINUTE = 60;
const HOUR = 60 * MINUTE;

function poissonCalls(
  count: number,
  { meanGap, meanService }: { meanGap: number; meanService: number },
  seed: number,
): ArrivingCall[] {
  const random = seeded(seed);
  const exponential = (mean: number): number => -Math.log(1 - random()) * mean;
  let at = 0;
  return Array.from({ length: count }, () => {
    at += exponential(meanGap);
    return { at, hearingSeconds: exponential(meanService), readingSeconds: 0 };
  });
}

const call = (at: number, hearingSeconds: number, readingSeconds = 0): ArrivingCall => ({
  at,
  hearingSeconds,
  readingSeconds,
});

type Rules = Parameters<typeof simulate>[0]['rules'];

const run = (calls: readonly ArrivingCall[], rules: Partial<Rules>, horizonSeconds = HOUR) =>
  simulate({
    calls,
    rules: {
      workers: fixedFleet(1),
      copies: fixedFleet(1),
      handlers: HANDLERS,
      retrySeconds: MINUTE,
      ...rules,
    },
    seed: 1,
    horizonSeconds,
  });

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the simulation of calls', () => {
  it.each([
    { servers: 2, load: 1.2 },
    { servers: 10, load: 6 },
  ])('waits as Erlang says: $servers servers, $load erlangs', ({ servers, load }) => {
    const meanService = 20;
    const calls = poissonCalls(300_000, { meanGap: meanService / load, meanService }, 12);
    const { hearingWaits } = run(calls, { workers: fixedFleet(servers) }, calls.at(-1)?.at);
    const expected = erlangMeanWait(servers, load, meanService);
    expect(Math.abs(mean(hearingWaits) / expected - 1)).toBeLessThan(0.02);
  });

  it('is the same for the same seed, Spot interruptions included', () => {
    const calls = poissonCalls(2000, { meanGap: 10, meanService: 30 }, 3);
    const spot = fixedFleet(5, { onDemandBase: 1, interruptionsPerSpotHour: 1, startSeconds: 60 });
    const [one, other] = [1, 2].map(() => run(calls, { workers: spot }, 6 * HOUR));
    expect(one).toEqual(other);
    expect(one?.interruptions).toBeGreaterThan(5);
  });

  it('takes calls in the order in which they came', () => {
    const { insightSeconds } = run([call(0, 10), call(1, 10), call(2, 10)], {});
    expect([...insightSeconds]).toEqual([10, 19, 28]);
  });

  it('shares a machine among its jobs: two of them take twice as long', () => {
    const workers = fixedFleet(1, { slots: 2 });
    const { insightSeconds } = run([call(0, 10), call(5, 10)], { workers });
    // Alone for 5 s, then at half speed for 10 s; the other has 5 s left, alone again.
    expect([...insightSeconds]).toEqual([15, 15]);
  });

  it('counts the handlers and both machines into the time to insight', () => {
    const handlers = { admit: 2, refine: 3, announce: 1 };
    const { insightSeconds, analysisSeconds } = run([call(100, 20, 5)], { handlers });
    expect([...insightSeconds]).toEqual([31]);
    expect(analysisSeconds).toBe(5);
  });

  it('pays machines for as long as they are there, and not while they are awaited', () => {
    const workers = fixedFleet(0, {
      most: 1,
      fillSeconds: 180,
      startSeconds: 120,
      wakeAfterSeconds: 60,
      onDemandBase: 0,
    });
    const { hours, insightSeconds } = run([call(0, 10)], { workers });
    expect([...insightSeconds]).toEqual([60 + 180 + 120 + 10]);
    expect(hours.workers).toEqual({ onDemand: 0, spot: (HOUR - 240) / HOUR });
    const early = run([call(0, 10)], { workers }, 200);
    expect(early.hours.workers).toEqual({ onDemand: 0, spot: 0 });
  });

  it('loses nothing when Spot takes its machine back: the call is begun again', () => {
    const workers = fixedFleet(1, {
      onDemandBase: 0,
      interruptionsPerSpotHour: 6,
      startSeconds: 30,
    });
    const calls = Array.from({ length: 100 }, (_, index) => call(index * 60, 50));
    const { insightSeconds, interruptions } = run(calls, { workers }, 2 * HOUR);
    expect(interruptions).toBeGreaterThan(3);
    expect(Math.max(...insightSeconds)).toBeLessThan(Infinity);
    expect(Math.max(...insightSeconds)).toBeGreaterThan(50 + 30);
  });
});

describe('a language model at zero copies', () => {
  const asleep = fixedFleet(0, {
    most: 1,
    slots: 8,
    wakeAfterSeconds: 67,
    startSeconds: 503,
  });

  it('is woken by one call, which hears of it at its next try', () => {
    const { insightSeconds } = run([call(0, 0, 3)], { copies: asleep });
    // There after 570 s, asked again at 600 s.
    expect([...insightSeconds]).toEqual([603]);
  });

  it('is left asleep where calls wait until the opening', () => {
    const copies = { ...asleep, wakes: false, minimumAt: (at: number) => (at >= HOUR ? 1 : 0) };
    const { insightSeconds } = run([call(0, 0, 3)], { copies }, 2 * HOUR);
    expect(insightSeconds[0]).toBeGreaterThan(HOUR);
    expect(insightSeconds[0]).toBeLessThan(HOUR + 503 + 2 * MINUTE);
  });

  it('keeps a call that nothing is ever there for', () => {
    const { insightSeconds } = run([call(0, 0, 3)], { copies: { ...asleep, wakes: false } });
    expect([...insightSeconds]).toEqual([Infinity]);
  });
});

describe('scaling', () => {
  const tracking = {
    metric: 'waiting',
    target: 5,
    periodSeconds: MINUTE,
    valuesOut: 3,
    valuesIn: 15,
    cooldownInSeconds: 300,
  } as const;
  const following = fixedFleet(1, { most: 10, tracking, startSeconds: 120, onDemandBase: 1 });
  /** 20 s of work every 5 s: four machines' worth. */
  const busy = Array.from({ length: 3 * 720 }, (_, index) => call(index * 5, 20));

  it('adds machines when calls wait, and takes them away when they do not', () => {
    const { observations } = run(busy, { workers: following }, 10 * HOUR);
    const workers = observations.map((seen) => seen.workers);
    expect(Math.max(...workers)).toBeGreaterThanOrEqual(4);
    expect(workers.at(-1)).toBe(1);
  });

  it('looks three times before it adds', () => {
    const hasty = { ...following, tracking: { ...tracking, valuesOut: 1 } };
    const [slow, quick] = [following, hasty].map((workers) => run(busy, { workers }, 5 * HOUR));
    const longest = (one: typeof slow): number => Math.max(...(one?.insightSeconds ?? []));
    expect(longest(slow)).toBeGreaterThan(longest(quick) + 30);
  });

  it('never goes beyond the maximum', () => {
    const workers = { ...following, most: 3 };
    const { observations } = run(busy, { workers }, 5 * HOUR);
    expect(Math.max(...observations.map((seen) => seen.workers))).toBe(3);
  });

  it('raises the minimum by the schedule, and leaves what runs to the load when it falls', () => {
    const minimumAt = (at: number): number => (HOUR <= at && at < 2 * HOUR ? 3 : 0);
    const { observations } = run(
      [],
      { workers: fixedFleet(0, { minimumAt, most: 9, tracking }) },
      4 * HOUR,
    );
    const workersAt = (hour: number): number | undefined =>
      observations.find(({ at }) => at === hour * HOUR)?.workers;
    expect([0.5, 1.5].map(workersAt)).toEqual([0, 3]);
    expect(workersAt(3.5)).toBe(0);
  });
});
