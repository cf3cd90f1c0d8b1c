import type { Schedule } from './hours.ts';
import type { Pause } from './pauses.ts';
import type { Recurrence, RegularWeek } from './regular-week.ts';
import { dateAt, MINUTE_MS } from './zone.ts';

/** Performed at its start too, if it has one, and never after its end. */
export interface RecurringAction extends Recurrence {
  /** Unique among a schedule's actions. */
  name: string;
  timeZone: string;
  minimum: number;
  /** Milliseconds since the epoch. */
  startAt?: number;
  endAt?: number;
}

/**
 * What each week has: one action that closes, and one that opens for each stretch between holidays.
 * @param openings all that would be without holidays
 */
export function recurringActions(
  { hours, minimum }: Schedule,
  { opens, closes }: RegularWeek,
  [firstOpening]: readonly number[],
  pauses: readonly Pause[],
): RecurringAction[] {
  const { timeZone } = hours;
  const opening = (stretch: Stretch): RecurringAction[] => {
    if (opens === null) return [];
    const { startAt } = stretch;
    const since = startAt === undefined ? '' : `-from-${dateAt(timeZone, startAt).toString()}`;
    return [{ name: `opens${since}`, ...opens, timeZone, minimum: minimum.inHours, ...stretch }];
  };
  const closing = closes && {
    name: 'closes',
    ...closes,
    timeZone,
    minimum: minimum.offHours,
  };
  return [
    ...stretchesBetween(pauses, firstOpening).flatMap(opening),
    ...(closing === null ? [] : [closing]),
  ];
}

type Stretch = Pick<RecurringAction, 'startAt' | 'endAt'>;

function stretchesBetween(pauses: readonly Pause[], firstOpening: number | undefined): Stretch[] {
  const starts = [undefined, ...pauses.map(({ until }) => until)];
  const stretches = starts.map((startAt, index): Stretch => {
    const pause = pauses[index];
    return {
      ...(startAt !== undefined && { startAt }),
      ...(pause !== undefined && { endAt: pause.from - MINUTE_MS }),
    };
  });
  const beginsPaused = pauses[0] !== undefined && pauses[0].from === firstOpening;
  return beginsPaused ? stretches.slice(1) : stretches;
}
