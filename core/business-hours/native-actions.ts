import { type BusinessHours, daysOf, type Schedule } from './hours.ts';
import { type OneTimeAction, oneTimeActions } from './one-time-actions.ts';
import { pausesIn } from './pauses.ts';
import { type RecurringAction, recurringActions } from './recurring-actions.ts';
import { firingsOf, regularWeek } from './regular-week.ts';
import { warmSpans } from './warmth.ts';
import { DAY_MS } from './zone.ts';

export interface NativeActions {
  recurring: RecurringAction[];
  oneTime: OneTimeAction[];
}

/** How far ahead what is not as in other weeks is written down. */
const AHEAD_MS = 400 * DAY_MS;
/** Each week has an opening, so what a holiday pauses goes on within this. */
const AFTER_HOLIDAY_MS = 15 * DAY_MS;

/**
 * A schedule as actions that a scheduler performs by itself, from an instant on: each week's
 * opening and closing, and one-time actions for what is not as in other weeks. Schedulers do not
 * say which of two actions of one minute comes first, so none undoes an opening: over a holiday
 * the opening pauses, and the one-time actions around it state what then holds.
 */
export function nativeActions(schedule: Schedule, fromMs: number): NativeActions {
  const { hours, minimum } = schedule;
  if (minimum.inHours === minimum.offHours) return { recurring: [], oneTime: [] };
  const span = { from: fromMs, to: horizonOf(hours, fromMs) };
  const week = regularWeek(hours);
  const openings = firingsOf(week.opens, hours.timeZone, span);
  const closings = firingsOf(week.closes, hours.timeZone, span);
  const pauses = pausesIn(openings, warmSpans(hours, span.from, span.to));
  return {
    recurring: recurringActions(schedule, week, openings, pauses),
    oneTime: oneTimeActions(schedule, span, [...openings, ...closings], pauses),
  };
}

function horizonOf({ holidays }: BusinessHours, fromMs: number): number {
  const lastDays = holidays.map((holiday) => Date.parse(daysOf(holiday).to) + AFTER_HOLIDAY_MS);
  return Math.max(fromMs + AHEAD_MS, ...lastDays);
}
