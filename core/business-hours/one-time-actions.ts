import { Temporal } from 'temporal-polyfill';
import type { BusinessHours, Schedule } from './hours.ts';
import type { Pause } from './pauses.ts';
import type { Span } from './spans.ts';
import { changesBetween } from './warmth.ts';
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
 * @param regular when the recurrences of every week fire
 */
export function oneTimeActions(
  { hours, minimum }: Schedule,
  { from, to }: Span,
  regular: readonly number[],
  pauses: readonly Pause[],
): OneTimeAction[] {
  const irregular = changesBetween(hours, from, to).filter(({ at }) => !regular.includes(at));
  const ends = pauses.flatMap((pause) => [
    { at: holidayBegins(hours, pause), isWarm: false },
    { at: pause.until, isWarm: true },
  ]);
  const changes = new Map([...irregular, ...ends].map((change) => [change.at, change]));
  return [...changes.values()]
    .filter(({ at }) => at > from)
    .sort((a, b) => a.at - b.at)
    .map(({ at, isWarm }) => ({
      name: `${isWarm ? 'opens' : 'closes'}-at-${nameOf(at)}`,
      at,
      minimum: isWarm ? minimum.inHours : minimum.offHours,
    }));
}

/** The midnight before the first opening that is skipped, whose pre-warm may be a day earlier. */
function holidayBegins({ timeZone, prewarmMinutes }: BusinessHours, { from }: Pause): number {
  const opening = readingAt(timeZone, from).add({ minutes: prewarmMinutes });
  return reachedAt(timeZone, opening.toPlainDate(), 0);
}

/** `2027-03-09T21-00Z`: schedulers take no colon in a name. */
const nameOf = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'minute' }).replace(':', '-');
