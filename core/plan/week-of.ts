import { Temporal } from 'temporal-polyfill';
import type { BusinessHours } from '../business-hours.ts';
import { shiftsBetween } from '../business-hours/shifts.ts';
import { reachedAt } from '../business-hours/zone.ts';
import { AHEAD_WEEKS, shiftsOf, WEEK_SECONDS, type Week } from './week.ts';

/** A year, in which some week is as all are. */
const TRIES = 53;

const SUNDAY = 7;

/**
 * The week that begins at a date's midnight in the hours' time zone.
 * @param date `YYYY-MM-DD`
 */
export function weekOf(hours: BusinessHours, date: string): Week {
  const startMs = reachedAt(hours.timeZone, Temporal.PlainDate.from(date), 0);
  const endMs = startMs + AHEAD_WEEKS * WEEK_SECONDS * 1000;
  const second = (at: number): number => (at - startMs) / 1000;
  const shifts = shiftsBetween(hours, startMs, endMs)
    .filter(({ closeAt }) => closeAt > startMs)
    .map(({ warmAt, openAt, closeAt }) => ({
      warmAt: second(warmAt),
      openAt: second(openAt),
      closeAt: second(closeAt),
    }));
  return { hours, startMs, shifts };
}

/**
 * The next Sunday that begins a week without holidays, as `YYYY-MM-DD`.
 * @param nowMs milliseconds since the epoch
 */
export function usualWeekAfter(hours: BusinessHours, nowMs: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(hours.timeZone)
    .toPlainDate();
  const sunday = today.add({ days: SUNDAY - today.dayOfWeek || 7 });
  const dates = Array.from({ length: TRIES }, (_, week) => sunday.add({ weeks: week }).toString());
  const isUsual = (date: string): boolean =>
    shiftsOf(weekOf(hours, date)).length === hours.weekdays.length;
  return dates.find(isUsual) ?? sunday.toString();
}
