import { type BusinessHours, minutesOf, timeOf, type Weekday, WEEKDAYS } from './hours.ts';
import { joined, type Span } from './spans.ts';
import { dateAt, datesBetween, shownAt, weekdayOf } from './zone.ts';

/** A time of the clock on some days of each week. */
export interface Recurrence {
  weekdays: Weekday[];
  time: string;
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** When warmth begins and ends in a week without holidays; null where it never does. */
export interface RegularWeek {
  opens: Recurrence | null;
  closes: Recurrence | null;
}

export function regularWeek(hours: BusinessHours): RegularWeek {
  const blocks = joined([-WEEK_MINUTES, 0, WEEK_MINUTES].flatMap((week) => shiftsOf(hours, week)));
  return {
    opens: recurrenceOf(blocks.map(({ from }) => from)),
    closes: recurrenceOf(blocks.map(({ to }) => to)),
  };
}

/** Minutes since a Monday's midnight. Days that pass into each other become one block. */
function shiftsOf({ weekdays, open, close, prewarmMinutes }: BusinessHours, week: number) {
  return WEEKDAYS.flatMap((weekday, day) => {
    if (!weekdays.includes(weekday)) return [];
    const midnight = week + day * DAY_MINUTES;
    return [{ from: midnight + minutesOf(open) - prewarmMinutes, to: midnight + minutesOf(close) }];
  });
}

/** All days have the same hours, so all of a week's beginnings are at one time, as are its ends. */
function recurrenceOf(edges: readonly number[]): Recurrence | null {
  const [first, ...others] = edges.filter((edge) => 0 <= edge && edge < WEEK_MINUTES);
  if (first === undefined) return null;
  const days = [first, ...others].map((edge) => Math.floor(edge / DAY_MINUTES));
  return {
    weekdays: WEEKDAYS.filter((_, day) => days.includes(day)),
    time: timeOf(first % DAY_MINUTES),
  };
}

/**
 * When a recurrence fires: once where the clocks show a time twice, not at all where they jump over
 * it. EventBridge Scheduler says so of its own; Application Auto Scaling says that it adjusts.
 */
export function firingsOf(
  recurrence: Recurrence | null,
  timeZone: string,
  { from, to }: Span,
): number[] {
  if (recurrence === null) return [];
  const { weekdays, time } = recurrence;
  return datesBetween(dateAt(timeZone, from), dateAt(timeZone, to))
    .filter((date) => weekdays.includes(weekdayOf(date)))
    .map((date) => shownAt(timeZone, date, minutesOf(time)))
    .filter((at) => at !== null)
    .filter((at) => from <= at && at < to);
}
