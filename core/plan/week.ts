import type { BusinessHours } from '../business-hours.ts';

/** One business day, in seconds since the week began: warm, then open, then closed. */
export interface ShiftOfWeek {
  readonly warmAt: number;
  readonly openAt: number;
  readonly closeAt: number;
}

export const HOUR_SECONDS = 3600;
export const WEEK_SECONDS = 7 * 24 * HOUR_SECONDS;

/** The week itself and those after it, for calls that wait for an opening. */
export const AHEAD_WEEKS = 3;

/** The week that is planned, and the shifts of the weeks after it, for calls that wait. */
export interface Week {
  readonly hours: BusinessHours;
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  readonly shifts: readonly ShiftOfWeek[];
}

export const isOpenAt = ({ shifts }: Pick<Week, 'shifts'>, second: number): boolean =>
  shifts.some(({ openAt, closeAt }) => openAt <= second && second < closeAt);

/** The shifts that begin in the week itself. */
export const shiftsOf = ({ shifts }: Pick<Week, 'shifts'>): ShiftOfWeek[] =>
  shifts.filter(({ openAt }) => 0 <= openAt && openAt < WEEK_SECONDS);
