import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '../../../core/business-hours.ts';
import { optimisationOf, planDocument, type PlanRequest } from '../../../core/plan/document.ts';
import { pricesWith } from '../../../core/plan/prices.ts';
import type { Deployment } from '../../../core/plan/deployment.ts';
import { proposedHours } from '../../../core/plan/propose-hours.ts';
import { proposedMinimum } from '../../../core/plan/propose-steps.ts';
import { THROUGHPUTS } from '../../../core/plan/throughput.ts';
import { usualWeekAfter, weekOf } from '../../../core/plan/week-of.ts';
import { shiftsOf } from '../../../core/plan/week.ts';
import { requestFor } from '../../../scripts/costs/requests.ts';
import { smallDeployment } from './support/deployment.ts';

const hours: BusinessHours = {
  timeZone: 'Asia/Amman',
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
  open: '09:00',
  close: '18:00',
  prewarmMinutes: 20,
  holidays: [{ date: '2026-11-30' }],
};

const request = (changed: Partial<PlanRequest> = {}): PlanRequest => ({
  environment: 'small',
  region: 'us-east-1',
  hours,
  deployment: smallDeployment(),
  date: '2026-11-22',
  demand: { callsPerDay: 500, offHoursShare: 0 },
  lengths: { distribution: 'lognormal', meanMinutes: 5, mostMinutes: 120 },
  arabicShare: 0.5,
  throughputs: THROUGHPUTS,
  prices: pricesWith(),
  seed: 1,
  ...changed,
});

describe('the plan of the reference case', () => {
  const started = performance.now();
  const plan = planDocument(requestFor(10_000));
  const seconds = (performance.now() - started) / 1000;

  it('simulates two rows of a week, and their always-on machines, in seconds', () => {
    expect(plan.callsPerWeek).toBeGreaterThan(49_000);
    expect(seconds).toBeLessThan(20);
  });

  it('says all in order: less than always on, no less than the lower bound', () => {
    for (const row of Object.values(plan.rows)) {
      expect(row.lowerBoundGpuCostPerWeek).toBeLessThan(row.gpuCostPerWeek);
      expect(row.gpuCostPerWeek).toBeLessThan(row.alwaysOnGpuCostPerWeek);
      expect(row.costPerAudioMinute).toBeLessThan(row.managedServiceCostPerAudioMinute);
      expect(row.costPerCall / row.costPerAudioMinute).toBeCloseTo(
        plan.audioMinutesPerWeek / plan.callsPerWeek,
        6,
      );
      expect(row.callsThatNeverCome).toBe(0);
    }
  });

  it('keeps what it promises of time, and against always on', () => {
    const { expected, pessimistic } = plan.rows;
    expect(expected.timeToInsightSeconds.p95).toBeLessThanOrEqual(300);
    expect(pessimistic.timeToInsightSeconds.p95).toBeLessThanOrEqual(300);
    expect(expected.gpuCostToAlwaysOn).toBeLessThanOrEqual(0.32);
    expect(pessimistic.gpuCostToAlwaysOn).toBeLessThanOrEqual(0.32);
  });

  it('judges each row, and says so where a figure is missed', () => {
    const judged = plan.rows.pessimistic.targets.map(({ isMet, value, limit }) => ({
      isMet,
      should: value <= limit,
    }));
    expect(judged).toHaveLength(4);
    expect(judged.every(({ isMet, should }) => isMet === should)).toBe(true);
    expect(plan.rows.pessimistic.targets.some(({ isMet }) => !isMet)).toBe(true);
  });
});

describe('a plan', () => {
  it('is the same for the same request, and another for another seed', () => {
    const plan = planDocument(request());
    expect(planDocument(request())).toEqual(plan);
    expect(planDocument(request({ seed: 2 })).callsPerWeek).not.toBe(plan.callsPerWeek);
  });

  it('follows calls by the hour, those off hours too: a first one waits for the model', () => {
    const demand = Array.from({ length: 168 }, (_, hour) => (hour === 3 ? 20 : 0));
    const { expected } = planDocument(request({ demand })).rows;
    expect(expected.hours[3]?.calls).toBeGreaterThan(8);
    expect(expected.timeToInsightSecondsOverall.p95).toBeGreaterThan(6 * 60);
    expect(expected.timeToInsightSecondsOverall.p95).toBeLessThan(30 * 60);
  });

  it('keeps calls until the opening where the environment says so', () => {
    const demand = Array.from({ length: 168 }, (_, hour) => (hour === 3 ? 20 : 0));
    const deployment = { ...smallDeployment(), offHours: 'wait-until-open' } as const;
    const { expected } = planDocument(request({ demand, deployment })).rows;
    expect(expected.timeToInsightSecondsOverall.p50).toBeGreaterThan(5 * 3600);
    expect(expected.callsThatNeverCome).toBe(0);
  });

  it('costs nothing in GPUs on the days of a weekend', () => {
    const { expected } = planDocument(request()).rows;
    const weekend = expected.hours.slice(5 * 24 + 2);
    expect(weekend.every(({ workers, copies }) => workers + copies === 0)).toBe(true);
  });

  it('says whose prices are not those of the region', () => {
    expect(planDocument(request({ region: 'eu-central-1' })).notes.join()).toContain('us-east-1');
    expect(planDocument(request()).notes.join()).not.toContain('us-east-1');
  });
});

describe('proposals', () => {
  it('are cheaper than the present, and quick enough, or say that nothing was', () => {
    const tried: number[] = [];
    const crowded = { ...smallDeployment(), workers: { ...smallDeployment().workers, most: 1 } };
    const { expected } = optimisationOf(
      request({ deployment: crowded, demand: { callsPerDay: 1200, offHoursShare: 0 } }),
      (at) => tried.push(at),
    );
    expect(expected.present.p95).toBeGreaterThan(300);
    expect(expected.proposed.p95).toBeLessThanOrEqual(300);
    expect(expected.proposed.workers.max).toBeGreaterThan(1);
    expect(tried.length).toBeGreaterThan(5);
    expect(expected.levers).toHaveLength(3);
  });
});

describe('minimums that are proposed by the time of the day', () => {
  const week = weekOf(hours, '2026-11-22');
  // A worker hears so many minutes in an hour.
  const minutes = THROUGHPUTS.expected.whisperRealTime * 60;
  const hourOf = (day: number, hour: number, workers: number) =>
    Array.from({ length: 10 }, () => ({
      ...callAt(day, hour),
      minutes: (minutes * workers) / 10,
    }));
  const proposed = (byHour: Record<number, number>, busy: number) =>
    proposedMinimum(
      {
        week,
        throughput: THROUGHPUTS.expected,
        calls: [0, 1, 2, 3, 4].flatMap((day) =>
          Object.entries(byHour).flatMap(([hour, workers]) => hourOf(day, Number(hour), workers)),
        ),
      },
      'workers',
      busy,
      { least: 1, most: 8 },
    );

  it('are what the calls of a mean day keep busy, ten minutes before their hour', () => {
    expect(proposed({ 9: 2.7, 10: 5.4, 11: 5.4, 12: 0.9, 22: 50 }, 0.91)).toEqual({
      inHours: 3,
      steps: [
        { time: '09:50', minimum: 6 },
        { time: '11:50', minimum: 1 },
      ],
    });
  });

  it('grow as machines are meant to be less busy, up to the most', () => {
    expect(proposed({ 9: 3, 10: 6 }, 0.5)).toMatchObject({
      inHours: 6,
      steps: [{ minimum: 8 }, { minimum: 1 }],
    });
  });
});

const workersAt = (minimum: Deployment['workers']['minimum']): number[] => {
  const { workers, ...rest } = smallDeployment();
  // Spot may take one back for a few minutes of an hour.
  const fixed = { ...workers, minimum, tracking: null, most: 9 };
  const plan = planDocument(
    request({
      deployment: { ...rest, workers: fixed },
      demand: { callsPerDay: 20, offHoursShare: 0 },
    }),
  );
  return [9, 11, 13, 15].map((hour) => Math.round(plan.hours[hour]?.workers ?? 0));
};

describe('a plan with minimums by the time of the day', () => {
  it('simulates the very steps', () => {
    const steps = [
      { time: '10:40', minimum: 7 },
      { time: '12:40', minimum: 9 },
    ];
    expect(workersAt({ inHours: 2, offHours: 0, steps })).toEqual([2, 7, 9, 9]);
    expect(workersAt({ inHours: 2, offHours: 0 })).toEqual([2, 2, 2, 2]);
  });
});

const callAt = (day: number, hour: number) => ({
  at: (day * 24 + hour) * 3600,
  minutes: 5,
  language: 'ar' as const,
});

describe('hours that are proposed', () => {
  it('hold nearly all calls, on the days that have some', () => {
    const days = [0, 1, 2, 4];
    const calls = days.flatMap((day) =>
      [8, 9, 10, 11, 12].flatMap((hour) => Array.from({ length: 30 }, () => callAt(day, hour))),
    );
    const few = [callAt(5, 3), callAt(0, 22)];
    expect(proposedHours(hours, '2026-11-22', [...calls, ...few])).toMatchObject({
      weekdays: ['monday', 'tuesday', 'thursday', 'sunday'],
      open: '08:00',
      close: '13:00',
    });
  });

  it('are all day where calls come all day', () => {
    const calls = Array.from({ length: 168 }, (_, hour) => callAt(0, hour));
    expect(proposedHours(hours, '2026-11-22', calls)).toMatchObject({
      open: '00:00',
      close: '24:00',
    });
  });
});

describe('the week of a plan', () => {
  it('is the next that has no holiday', () => {
    const friday = Date.UTC(2026, 10, 27, 12);
    expect(usualWeekAfter(hours, friday)).toBe('2026-12-06');
    expect(usualWeekAfter({ ...hours, holidays: [] }, friday)).toBe('2026-11-29');
  });

  it('leaves holidays out', () => {
    expect(shiftsOf(weekOf(hours, '2026-11-29'))).toHaveLength(4);
  });

  it('opens by the clock in a week in which the clocks change', () => {
    const berlin = { ...hours, timeZone: 'Europe/Berlin' };
    // On Sunday 2027-03-28 at two o'clock it is three.
    const [sunday, monday] = shiftsOf(weekOf(berlin, '2027-03-28'));
    expect(sunday?.openAt).toBe(8 * 3600);
    expect(monday?.openAt).toBe((24 + 8) * 3600);
  });
});
