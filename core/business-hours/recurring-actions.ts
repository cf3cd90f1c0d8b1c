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
  const { inHours, offHours } = minimum;
  const openings = stretchesBetween(pauses, firstOpening).flatMap((stretch) =>
    opens === null
      ? []
      : [{ name: nameOf(stretch, timeZone), ...opens, timeZone, minimum: inHours, ...stretch }],
  );
  const closing =
    closes === null ? [] : [{ name: 'closes', ...closes, timeZone, minimum: offHours }];
  return [...openings, ...closing];
}

const nameOf = ({ startAt }: Stretch, timeZone: string): string =>
  startAt === undefined ? 'opens' : `opens-from-${dateAt(timeZone, startAt).toString()}`;

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
