import { type BusinessHours, daysOf } from './hours.ts';
import { changesBetween } from './warmth.ts';
import { DAY_MS } from './zone.ts';

/** Longer than any stretch that a week without holidays leaves closed, before them and after. */
const AROUND_MS = 15 * DAY_MS;

/** The longest time between a closing and the next warm-up, in milliseconds, holidays included. */
export function longestClosedMs(hours: BusinessHours): number {
  const days = hours.holidays.map(daysOf).flatMap(({ from, to }) => [from, to]);
  const instants = (days.length === 0 ? ['2027-01-01'] : days).map((day) => Date.parse(day));
  const from = Math.min(...instants) - AROUND_MS;
  const to = Math.max(...instants) + AROUND_MS;
  const changes = changesBetween(hours, from, to);
  return changes.reduce((longest, { at, isWarm }, index) => {
    const before = changes[index - 1];
    return isWarm && before !== undefined ? Math.max(longest, at - before.at) : longest;
  }, 0);
}
