import { Temporal } from 'temporal-polyfill';
import { timeOf, WEEKDAYS, type BusinessHours } from '../business-hours/hours.ts';
import type { PlannedCall } from './calls.ts';
import { HOUR_SECONDS } from './week.ts';

const DAY_HOURS = 24;

/** Of the busiest day's calls: a day with fewer is not worked. */
const WORKED = 0.05;

/** Of the calls of worked days, in the hours that are proposed. */
const IN_HOURS = 0.98;

/**
 * The shortest whole hours, the same on each worked day, that nearly all calls come in. In a week in
 * which the clocks change they may be an hour off.
 * @param date the week's first day, `YYYY-MM-DD`
 */
export function proposedHours(
  hours: BusinessHours,
  date: string,
  calls: readonly PlannedCall[],
): BusinessHours {
  const counts = countsOf(calls);
  const perDay = counts.map((day) => total(day));
  const worked = perDay.map((count) => count > WORKED * Math.max(...perDay));
  const perHour = Array.from({ length: DAY_HOURS }, (_, hour) =>
    total(counts.map((day, at) => (worked[at] === true ? (day[hour] ?? 0) : 0))),
  );
  const [open, close] = shortestSpan(perHour);
  const first = Temporal.PlainDate.from(date).dayOfWeek - 1;
  const isWorked = (weekday: number): boolean => worked[(weekday - first + 7) % 7] === true;
  return {
    ...hours,
    weekdays: WEEKDAYS.filter((_, weekday) => isWorked(weekday)),
    open: timeOf(open * 60),
    close: close === DAY_HOURS ? '24:00' : timeOf(close * 60),
  };
}

/** Calls by day of the week, from its first, and by hour. */
function countsOf(calls: readonly PlannedCall[]): number[][] {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: DAY_HOURS }, () => 0));
  for (const { at } of calls) {
    const hour = Math.floor(at / HOUR_SECONDS);
    const day = counts[Math.floor(hour / DAY_HOURS)];
    if (day !== undefined) day[hour % DAY_HOURS] = (day[hour % DAY_HOURS] ?? 0) + 1;
  }
  return counts;
}

function shortestSpan(perHour: readonly number[]): [open: number, close: number] {
  const enough = IN_HOURS * total(perHour);
  for (let length = 1; length < DAY_HOURS; length++) {
    for (let open = 0; open + length <= DAY_HOURS; open++) {
      if (total(perHour.slice(open, open + length)) >= enough) return [open, open + length];
    }
  }
  return [0, DAY_HOURS];
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
