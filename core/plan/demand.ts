import { HOUR_SECONDS, shiftsOf, WEEK_SECONDS, type Week } from './week.ts';

/** Calls come evenly between two times of the week, in seconds since it began. */
export interface DemandPart {
  readonly from: number;
  readonly to: number;
  /** Calls to be expected in it. */
  readonly calls: number;
}

/** Parts in order of time. */
export type Demand = readonly DemandPart[];

/**
 * Calls by ninths of a business day: the peak, in the third, is twice the mean. The shape is ours;
 * that contact centres have their peak before noon is Brown et al., Statistical Analysis of a
 * Telephone Call Center, JASA 100 (2005).
 */
const SHAPE = [0.7, 1.4, 2, 1.5, 0.9, 0.7, 0.8, 0.6, 0.4];

export interface DailyDemand {
  /** Of a business day, those off hours included. */
  readonly callsPerDay: number;
  /** 0 to 1, spread evenly over the hours that are closed. */
  readonly offHoursShare: number;
}

export function dailyDemand(
  week: Pick<Week, 'shifts'>,
  { callsPerDay, offHoursShare }: DailyDemand,
): Demand {
  const shifts = shiftsOf(week);
  const inHours = callsPerDay * (1 - offHoursShare);
  const parts = shifts.flatMap(({ openAt, closeAt }) => {
    const length = (closeAt - openAt) / SHAPE.length;
    return SHAPE.map((weight, at) => ({
      from: openAt + at * length,
      to: openAt + (at + 1) * length,
      calls: (inHours * weight) / SHAPE.length,
    }));
  });
  const offHours = spread(closedBetween(shifts), callsPerDay * offHoursShare * shifts.length);
  return [...parts, ...offHours].toSorted((one, other) => one.from - other.from);
}

/** One number an hour, from the week's beginning. */
export const hourlyDemand = (calls: readonly number[]): Demand =>
  calls.map((count, hour) => ({
    from: hour * HOUR_SECONDS,
    to: (hour + 1) * HOUR_SECONDS,
    calls: count,
  }));

export const callsOf = (demand: Demand): number =>
  demand.reduce((sum, { calls }) => sum + calls, 0);

interface Span {
  from: number;
  to: number;
}

function closedBetween(shifts: ReturnType<typeof shiftsOf>): Span[] {
  const edges = shifts.flatMap(({ openAt, closeAt }) => [openAt, Math.min(closeAt, WEEK_SECONDS)]);
  const all = [0, ...edges, WEEK_SECONDS];
  return all.flatMap((from, at) => {
    const to = all[at + 1];
    return at % 2 === 0 && to !== undefined && to > from ? [{ from, to }] : [];
  });
}

function spread(spans: readonly Span[], calls: number): DemandPart[] {
  if (calls === 0) return [];
  const length = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return spans.map(({ from, to }) => ({ from, to, calls: (calls * (to - from)) / length }));
}
