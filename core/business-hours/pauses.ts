import type { BusinessHours } from './hours.ts';
import { isWarm } from './warmth.ts';

/** Openings of the regular week that holidays take away. */
export interface Pause {
  /** The first opening that is skipped, and the one that is not skipped again. */
  from: number;
  until: number;
}

/** @param openings of the regular week, in order */
export function pausesIn(hours: BusinessHours, openings: readonly number[]): Pause[] {
  const skipped = new Set(openings.filter((at) => !isWarm(hours, at)));
  return openings.flatMap((from, index) => {
    const isFirst = skipped.has(from) && !skipped.has(openings[index - 1] ?? Number.NaN);
    const until = openings.find((at) => at > from && !skipped.has(at));
    return isFirst && until !== undefined ? [{ from, until }] : [];
  });
}
