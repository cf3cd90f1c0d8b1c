import { Temporal } from 'temporal-polyfill';
import { type Weekday, WEEKDAYS } from './hours.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** What the clocks of a time zone show; of simulated instants the whole milliseconds. */
export const readingAt = (timeZone: string, instantMs: number): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(instantMs))
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();

export const dateAt = (timeZone: string, instantMs: number): Temporal.PlainDate =>
  readingAt(timeZone, instantMs).toPlainDate();

/**
 * When the clocks of a time zone first show a time of a date.
 * @param minutes after the date's midnight, before it when negative
 * @returns milliseconds since the epoch, or null where the clocks jump over that time
 */
export function shownAt(
  timeZone: string,
  date: Temporal.PlainDate,
  minutes: number,
): number | null {
  const shown = date.toPlainDateTime().add({ minutes });
  const first = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return first.toPlainDateTime().equals(shown) ? first.epochMilliseconds : null;
}

/** As `shownAt`, but the jump itself where the clocks jump over that time. */
export function reachedAt(timeZone: string, date: Temporal.PlainDate, minutes: number): number {
  const shown = shownAt(timeZone, date, minutes);
  if (shown !== null) return shown;
  const beforeTheJump = date
    .toPlainDateTime()
    .add({ minutes })
    .toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const jump = beforeTheJump.getTimeZoneTransition('next');
  if (jump === null) throw new RangeError(`expected the clocks of ${timeZone} to jump`);
  return jump.epochMilliseconds;
}

export function weekdayOf({ dayOfWeek }: Temporal.PlainDate): Weekday {
  const weekday = WEEKDAYS[dayOfWeek - 1];
  if (weekday === undefined) throw new RangeError(`expected a day from 1 to 7, got ${dayOfWeek}`);
  return weekday;
}

/** All dates from one to another, both included. */
export function datesBetween(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const days = first.until(last).days;
  return Array.from({ length: Math.max(0, days + 1) }, (_, day) => first.add({ days: day }));
}
