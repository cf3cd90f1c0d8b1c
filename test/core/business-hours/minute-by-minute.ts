import type {
  BusinessHours,
  NativeActions,
  RecurringAction,
  Schedule,
} from '../../../core/business-hours.ts';
import { MINUTE_MS, wallClock } from './wall-clock.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The minutes of a year, as minutes since the epoch. */
export interface Year {
  from: number;
  to: number;
}
export const yearOf = (year: number): Year => ({
  from: Date.UTC(year, 0) / MINUTE_MS,
  to: Date.UTC(year + 1, 0) / MINUTE_MS,
});

/** The minimum in each minute, by looking at the clock in each minute. */
export function referenceMinimums({ hours, minimum }: Schedule, { from, to }: Year): number[] {
  const isOpen = opennessOf(hours);
  const minimums: number[] = [];
  let nextOpen = Number.POSITIVE_INFINITY;
  for (let minute = to - 1 + hours.prewarmMinutes; minute >= from; minute -= 1) {
    if (isOpen(minute)) nextOpen = minute;
    const isWarm = nextOpen - minute <= hours.prewarmMinutes;
    if (minute < to) minimums[minute - from] = isWarm ? minimum.inHours : minimum.offHours;
  }
  return minimums;
}

function opennessOf(hours: BusinessHours): (minute: number) => boolean {
  const clock = wallClock(hours.timeZone);
  const daysOff = new Set(hours.holidays.flatMap((holiday) => daysIn(holiday)));
  const [open, close] = [minutesOf(hours.open), minutesOf(hours.close)];
  return (minute) => {
    const { day, weekday, minutes } = clock(minute);
    const isBusinessDay = hours.weekdays.includes(weekday) && !daysOff.has(day);
    return isBusinessDay && open <= minutes && minutes < close;
  };
}

function daysIn(holiday: BusinessHours['holidays'][number]): number[] {
  const [first, last] =
    'date' in holiday ? [holiday.date, holiday.date] : [holiday.from, holiday.to];
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return Array.from({ length: days }, (_, day) => Date.parse(first) / DAY_MS + day);
}

/** The minimum in each minute, as a scheduler that performs the actions sets it. */
export function playedMinimums(
  { recurring, oneTime }: NativeActions,
  first: number,
  timeZone: string,
  { from, to }: Year,
): number[] {
  const clock = wallClock(timeZone);
  const once = new Map(oneTime.map(({ at, minimum }) => [at / MINUTE_MS, minimum]));
  for (const { startAt, minimum } of recurring) {
    if (startAt !== undefined) once.set(startAt / MINUTE_MS, minimum);
  }
  const times = new Map(recurring.map(({ time }) => [minutesOf(time), time]));
  const firedOn = new Map<RecurringAction, number>();
  let minimum = first;
  return Array.from({ length: to - from }, (_, index) => {
    const minute = from + index;
    const { day, weekday, minutes } = clock(minute);
    const time = times.get(minutes);
    for (const action of time === undefined ? [] : recurring) {
      const { startAt = 0, endAt = Number.POSITIVE_INFINITY } = action;
      const isWithin = startAt <= minute * MINUTE_MS && minute * MINUTE_MS <= endAt;
      // A time that the clock shows twice counts once.
      const isDue = isWithin && action.time === time && action.weekdays.includes(weekday);
      if (!isDue || firedOn.get(action) === day) continue;
      firedOn.set(action, day);
      minimum = action.minimum;
    }
    minimum = once.get(minute) ?? minimum;
    return minimum;
  });
}
