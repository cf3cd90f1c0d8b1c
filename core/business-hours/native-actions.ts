import { type BusinessHours, daysOf, type Schedule } from './hours.ts';
import { minimumsBetween } from './minimums.ts';
import { type OneTimeAction, oneTimeActions } from './one-time-actions.ts';
import { pausesIn } from './pauses.ts';
import { type Recurring, type RecurringAction, recurringActions } from './recurring-actions.ts';
import { firingsOf, regularChanges } from './regular-week.ts';
import type { Span } from './spans.ts';
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
 * opening, steps and closing, and one-time actions for what is not as in other weeks. Schedulers do
 * not say which of two actions of one minute comes first, so none undoes another: over a holiday
 * what would raise the minimum pauses, and the one-time actions around it state what then holds.
 */
export function nativeActions(schedule: Schedule, fromMs: number): NativeActions {
  const { hours } = schedule;
  const span = { from: fromMs, to: horizonOf(hours, fromMs) };
  const regular = recurringOver(schedule, span);
  return {
    recurring: regular.flatMap((one) => recurringActions(one, hours.timeZone)),
    oneTime: oneTimeActions(schedule, span, regular),
  };
}

function recurringOver(schedule: Schedule, span: Span): Recurring[] {
  const minimumAt = minimumsBetween(schedule, span.from, span.to);
  return regularChanges(schedule).map((change) => {
    const firings = firingsOf(change, schedule.hours.timeZone, span);
    const pauses = pausesIn(firings, (at) => minimumAt(at) === change.minimum);
    return { ...change, firings, pauses };
  });
}

function horizonOf({ holidays }: BusinessHours, fromMs: number): number {
  const lastDays = holidays.map((holiday) => Date.parse(daysOf(holiday).to) + AFTER_HOLIDAY_MS);
  return Math.max(fromMs + AHEAD_MS, ...lastDays);
}
