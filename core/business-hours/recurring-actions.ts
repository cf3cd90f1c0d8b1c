import type { Pause } from './pauses.ts';
import type { Recurrence, RegularChange } from './regular-week.ts';
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

/** A change of each week, and when it would fire were there no holidays. */
export interface Recurring extends RegularChange {
  firings: readonly number[];
  pauses: readonly Pause[];
}

/** One action for each stretch between holidays. */
export const recurringActions = (
  { cause, weekdays, time, minimum, firings, pauses }: Recurring,
  timeZone: string,
): RecurringAction[] =>
  stretchesBetween(pauses, firings[0]).map((stretch) => ({
    name: nameOf(cause, stretch, timeZone),
    weekdays,
    time,
    timeZone,
    minimum,
    ...stretch,
  }));

const nameOf = (cause: string, { startAt }: Stretch, timeZone: string): string =>
  startAt === undefined ? cause : `${cause}-from-${dateAt(timeZone, startAt).toString()}`;

type Stretch = Pick<RecurringAction, 'startAt' | 'endAt'>;

function stretchesBetween(pauses: readonly Pause[], firstFiring: number | undefined): Stretch[] {
  const starts = [undefined, ...pauses.map(({ until }) => until)];
  const stretches = starts.map((startAt, index): Stretch => {
    const pause = pauses[index];
    return {
      ...(startAt !== undefined && { startAt }),
      ...(pause !== undefined && { endAt: pause.from - MINUTE_MS }),
    };
  });
  const beginsPaused = pauses[0] !== undefined && pauses[0].from === firstFiring;
  return beginsPaused ? stretches.slice(1) : stretches;
}
