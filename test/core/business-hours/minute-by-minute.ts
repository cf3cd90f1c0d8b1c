import type {
  BusinessHours,
  NativeActions,
  RecurringAction,
  Schedule,
} from '../../../core/business-hours.ts';
import { MINUTE_MS, type Reading, wallClock } from './wall-clock.ts';

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
  const clock = wallClock(hours.timeZone);
  const isOpen = opennessOf(hours, clock);
  const openings = [{ minute: Number.POSITIVE_INFINITY, day: Number.NaN }];
  const readings: ('closed' | 'pre-warm' | Reading)[] = [];
  for (let minute = to - 1 + hours.prewarmMinutes; minute >= from; minute -= 1) {
    const reading = clock(minute);
    const openNow = isOpen(minute);
    // The earliest open minute of each day is its opening: the last one found, going backwards.
    if (openNow && openings[0]?.day === reading.day) openings[0].minute = minute;
    else if (openNow) openings.unshift({ minute, day: reading.day });
    const next = openings[openNow ? 1 : 0]?.minute ?? Number.POSITIVE_INFINITY;
    const isPrewarmed = next - minute <= hours.prewarmMinutes;
    const found = isPrewarmed ? 'pre-warm' : openNow ? reading : 'closed';
    if (minute < to) readings[minute - from] = found;
  }
  return steppedMinimums(readings, minimum);
}

/** A step that has come stays, should the clock show an earlier time again. */
function steppedMinimums(
  readings: readonly ('closed' | 'pre-warm' | Reading)[],
  { inHours, offHours, steps = [] }: Schedule['minimum'],
): number[] {
  const times = steps.map(({ time }) => minutesOf(time));
  let day = Number.NaN;
  let come = 0;
  return readings.map((reading) => {
    if (reading === 'closed') return offHours;
    if (reading === 'pre-warm') return inHours;
    if (reading.day !== day) [day, come] = [reading.day, 0];
    come = Math.max(come, times.filter((time) => time <= reading.minutes).length);
    return steps[come - 1]?.minimum ?? inHours;
  });
}

function opennessOf(
  hours: BusinessHours,
  clock: (minute: number) => Reading,
): (minute: number) => boolean {
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
