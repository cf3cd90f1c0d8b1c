import type { Temporal } from 'temporal-polyfill';
import { type BusinessHours, daysOf, minutesOf } from './hours.ts';
import { dateAt, datesBetween, MINUTE_MS, reachedAt, weekdayOf } from './zone.ts';

/** One business day, in milliseconds since the epoch: warm, then open, then closed. */
export interface Shift {
  warmAt: number;
  openAt: number;
  closeAt: number;
  /** When the clocks show, or jump over, a time of its date, in minutes after midnight. */
  reached: (minutes: number) => number;
}

/** The shifts that may touch a span of time, in order. */
export function shiftsBetween(hours: BusinessHours, fromMs: number, toMs: number): Shift[] {
  // A pre-warm may begin the day before; a shift ends on its own date, or at that date's midnight.
  const first = dateAt(hours.timeZone, fromMs).subtract({ days: 1 });
  const last = dateAt(hours.timeZone, toMs).add({ days: 1 });
  return datesBetween(first, last)
    .filter((date) => isBusinessDay(hours, date))
    .map((date) => shiftOn(hours, date));
}

function isBusinessDay(hours: BusinessHours, date: Temporal.PlainDate): boolean {
  const day = date.toString();
  const isHoliday = hours.holidays.map(daysOf).some(({ from, to }) => from <= day && day <= to);
  return hours.weekdays.includes(weekdayOf(date)) && !isHoliday;
}

/**
 * The pre-warm begins at its time on the clock. Where the clocks jump between it and the opening it
 * begins earlier, so that it is never cut short.
 */
function shiftOn(hours: BusinessHours, date: Temporal.PlainDate): Shift {
  const { timeZone, prewarmMinutes } = hours;
  const reached = (minutes: number): number => reachedAt(timeZone, date, minutes);
  const openAt = reached(minutesOf(hours.open));
  const byTheClock = reached(minutesOf(hours.open) - prewarmMinutes);
  return {
    warmAt: Math.min(byTheClock, openAt - prewarmMinutes * MINUTE_MS),
    openAt,
    closeAt: reached(minutesOf(hours.close)),
    reached,
  };
}
