import type { PlannedCall } from './calls.ts';
import type { Observation } from './simulation/observe.ts';
import { HOUR_SECONDS, WEEK_SECONDS } from './week.ts';

/** What an hour of the week was like. */
export interface HourOfPlan {
  /** 0 is the week's first. */
  readonly hour: number;
  readonly calls: number;
  /** At most, of either kind. */
  readonly waiting: number;
  /** Machines that were paid for, on average. */
  readonly workers: number;
  readonly copies: number;
}

export function hourlySeries(
  calls: readonly PlannedCall[],
  observations: readonly Observation[],
): HourOfPlan[] {
  const counts = Array.from({ length: WEEK_SECONDS / HOUR_SECONDS }, () => 0);
  for (const { at } of calls) counts[hourOf(at)] = (counts[hourOf(at)] ?? 0) + 1;
  return counts.map((count, hour) => {
    const seen = observations.filter(({ at }) => hourOf(at) === hour);
    const waiting = seen.map((one) => one.waitingForWorkers + one.waitingForCopies);
    return {
      hour,
      calls: count,
      waiting: Math.max(0, ...waiting),
      workers: meanOf(seen.map(({ workers }) => workers)),
      copies: meanOf(seen.map(({ copies }) => copies)),
    };
  });
}

const hourOf = (second: number): number => Math.floor(second / HOUR_SECONDS);

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
