import {
  type BusinessHours,
  minutesOf,
  type Schedule,
  timeOf,
  type Weekday,
  WEEKDAYS,
} from './hours.ts';
import { type Cause, causeOf, changesOf, type ScaledShift } from './minimum-changes.ts';
import type { Span } from './spans.ts';
import { dateAt, datesBetween, shownAt, weekdayOf } from './zone.ts';

/** A time of the clock on some days of each week. */
export interface Recurrence {
  weekdays: Weekday[];
  time: string;
}

/** What the minimum becomes in each week without holidays. */
export interface RegularChange extends Recurrence {
  cause: Cause;
  minimum: number;
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** In the order of the day: the opening, the steps, the closing. */
export function regularChanges({ hours, minimum }: Schedule): RegularChange[] {
  const shifts = [-WEEK_MINUTES, 0, WEEK_MINUTES].flatMap((week) => shiftsOf(hours, week));
  const changes = changesOf(minimum, shifts).filter(({ at }) => 0 <= at && at < WEEK_MINUTES);
  const steps = (minimum.steps ?? []).map(({ time }) => causeOf(time));
  return (['opens', ...steps, 'closes'] as const).flatMap((cause) => {
    const alike = changes.filter((change) => change.cause === cause);
    const [first] = alike;
    if (first === undefined) return [];
    return [{ cause, minimum: first.minimum, ...recurrenceOf(alike.map(({ at }) => at)) }];
  });
}

/** In minutes since a Monday's midnight. */
function shiftsOf(hours: BusinessHours, week: number): ScaledShift[] {
  return WEEKDAYS.flatMap((weekday, day) => {
    if (!hours.weekdays.includes(weekday)) return [];
    const reached = (minutes: number): number => week + day * DAY_MINUTES + minutes;
    const warmAt = reached(minutesOf(hours.open) - hours.prewarmMinutes);
    return [{ warmAt, closeAt: reached(minutesOf(hours.close)), reached }];
  });
}

/** All days have the same hours, so changes of one cause are at one time. */
function recurrenceOf(minutes: readonly number[]): Recurrence {
  const days = minutes.map((minute) => Math.floor(minute / DAY_MINUTES));
  return {
    weekdays: WEEKDAYS.filter((_, day) => days.includes(day)),
    time: timeOf((minutes[0] ?? 0) % DAY_MINUTES),
  };
}

/**
 * When a recurrence fires: once where the clocks show a time twice, not at all where they jump over
 * it. EventBridge Scheduler says so of its own; Application Auto Scaling says that it adjusts.
 */
export function firingsOf(
  { weekdays, time }: Recurrence,
  timeZone: string,
  { from, to }: Span,
): number[] {
  return datesBetween(dateAt(timeZone, from), dateAt(timeZone, to))
    .filter((date) => weekdays.includes(weekdayOf(date)))
    .map((date) => shownAt(timeZone, date, minutesOf(time)))
    .filter((at) => at !== null)
    .filter((at) => from <= at && at < to);
}
