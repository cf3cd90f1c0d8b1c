import { Temporal } from 'temporal-polyfill';
import type { BusinessHours, Schedule } from './hours.ts';
import type { Cause } from './minimum-changes.ts';
import { minimumChangesBetween, minimumsBetween } from './minimums.ts';
import type { Pause } from './pauses.ts';
import type { Recurring } from './recurring-actions.ts';
import type { Span } from './spans.ts';
import { readingAt, reachedAt } from './zone.ts';

export interface OneTimeAction {
  /** Unique among a schedule's actions. */
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
  minimum: number;
}

/**
 * What is not as in other weeks: the two ends of each holiday, and changes that no recurrence makes,
 * as where the clocks jump over an opening.
 */
export function oneTimeActions(
  schedule: Schedule,
  { from, to }: Span,
  regular: readonly Recurring[],
): OneTimeAction[] {
  const minimumAt = minimumsBetween(schedule, from, to);
  const made = new Set(regular.flatMap((one) => one.firings.map((at) => keyOf(at, one.minimum))));
  const irregular = minimumChangesBetween(schedule, from, to).filter(
    ({ at, minimum }) => !made.has(keyOf(at, minimum)),
  );
  const ends = regular.flatMap((one) => endsOf(one, schedule.hours));
  const changes = new Map([...irregular, ...ends].map(({ at, cause }) => [at, { at, cause }]));
  return [...changes.values()]
    .filter(({ at }) => at > from)
    .sort((a, b) => a.at - b.at)
    .map(({ at, cause }) => ({ name: `${cause}-at-${nameOf(at)}`, at, minimum: minimumAt(at) }));
}

const keyOf = (at: number, minimum: number): string => `${at} ${minimum}`;

/** Where a holiday begins nothing opens; where it ends, each of a day's changes is back. */
const endsOf = (
  { cause, pauses }: Recurring,
  hours: BusinessHours,
): { at: number; cause: Cause }[] =>
  pauses.flatMap((pause) => [
    ...(cause === 'opens' ? [{ at: holidayBegins(hours, pause), cause: 'closes' as const }] : []),
    { at: pause.until, cause },
  ]);

/** The midnight before the first opening that is skipped, whose pre-warm may be a day earlier. */
function holidayBegins({ timeZone, prewarmMinutes }: BusinessHours, { from }: Pause): number {
  const opening = readingAt(timeZone, from).add({ minutes: prewarmMinutes });
  return reachedAt(timeZone, opening.toPlainDate(), 0);
}

/** `2027-03-09T21-00Z`: schedulers take no colon in a name. */
const nameOf = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'minute' }).replace(':', '-');
