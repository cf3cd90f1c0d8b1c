import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../../../core/plan/arrivals.ts';
import { lengthsOf, type LengthDistribution } from '../../../core/plan/call-lengths.ts';
import { callsOf, dailyDemand, hourlyDemand } from '../../../core/plan/demand.ts';
import { HOUR_SECONDS, isOpenAt, WEEK_SECONDS, type Week } from '../../../core/plan/week.ts';
import { seeded } from '../../../core/seeded-random.ts';

type Shifts = Pick<Week, 'shifts'>;

const DAY = 24 * HOUR_SECONDS;
const shiftOn = (day: number) => ({
  warmAt: day * DAY + 9 * HOUR_SECONDS - 1200,
  openAt: day * DAY + 9 * HOUR_SECONDS,
  closeAt: day * DAY + 18 * HOUR_SECONDS,
});
/** Nine to six on five days, and the next week's. */
const week: Shifts = { shifts: [0, 1, 2, 3, 4, 7, 8].map(shiftOn) };

describe('calls of a business day', () => {
  it('come while it is open, as many as were asked for each day', () => {
    const demand = dailyDemand(week, { callsPerDay: 900, offHoursShare: 0 });
    expect(callsOf(demand)).toBeCloseTo(5 * 900, 6);
    expect(demand.every(({ from, to }) => isOpenAt(week, from) && isOpenAt(week, to - 1))).toBe(
      true,
    );
  });

  it('have a peak hour of twice the mean', () => {
    const demand = dailyDemand(week, { callsPerDay: 900, offHoursShare: 0 });
    expect(Math.max(...demand.map(({ calls }) => calls))).toBeCloseTo(2 * 100, 6);
    expect(demand[0]).toMatchObject({ to: 10 * HOUR_SECONDS });
  });

  it('come evenly off hours for the share that is asked for', () => {
    const demand = dailyDemand(week, { callsPerDay: 900, offHoursShare: 0.1 });
    const closed = demand.filter(({ from }) => !isOpenAt(week, from));
    expect(callsOf(demand)).toBeCloseTo(5 * 900, 6);
    expect(callsOf(closed)).toBeCloseTo(5 * 90, 6);
    expect(demand.every(({ to }, at) => to <= (demand[at + 1]?.from ?? WEEK_SECONDS))).toBe(true);
  });

  it('are none on days that are not worked', () => {
    const none: Shifts = { shifts: [] };
    expect(callsOf(dailyDemand(none, { callsPerDay: 900, offHoursShare: 0 }))).toBe(0);
  });
});

describe('arrivals', () => {
  it('are as many in each hour as were expected, give or take', () => {
    const hours = Array.from({ length: 168 }, (_, hour) => (hour % 2 === 0 ? 400 : 0));
    const times = arrivalsOf(hourlyDemand(hours), seeded(5));
    const inOdd = times.filter((at) => Math.floor(at / HOUR_SECONDS) % 2 === 1);
    expect(inOdd).toEqual([]);
    // Five standard deviations of a Poisson number.
    expect(Math.abs(times.length - 84 * 400)).toBeLessThan(5 * Math.sqrt(84 * 400));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });
});

describe('lengths of calls', () => {
  it.each<LengthDistribution>(['lognormal', 'exponential', 'fixed'])(
    'have the mean that was asked for: %s',
    (distribution) => {
      const draw = lengthsOf({ distribution, meanMinutes: 5, mostMinutes: Infinity }, seeded(2));
      const lengths = Array.from({ length: 100_000 }, draw);
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      expect(Math.abs(mean / 5 - 1)).toBeLessThan(0.015);
    },
  );

  it('are never longer than the longest recording that is admitted', () => {
    const draw = lengthsOf(
      { distribution: 'lognormal', meanMinutes: 60, mostMinutes: 120 },
      seeded(2),
    );
    expect(Math.max(...Array.from({ length: 1000 }, draw))).toBe(120);
  });
});
