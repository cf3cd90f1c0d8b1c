/** Days as ISO 8601 numbers them, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Dates are `YYYY-MM-DD` in the time zone of the hours; `to` is the last day off. */
export type Holiday = ({ date: string } | { from: string; to: string }) & {
  name?: string | undefined;
};

export interface BusinessHours {
  /** IANA name, such as `Asia/Amman`. */
  timeZone: string;
  weekdays: readonly Weekday[];
  /** `HH:MM` on the clocks of the time zone; `close` is later, at most `24:00`. */
  open: string;
  close: string;
  /** How long before the opening all must be ready, 0 to 720. */
  prewarmMinutes: number;
  holidays: readonly Holiday[];
}

/** A minimum that holds from a time of each business day, `HH:MM`, until the next step or the closing. */
export interface Step {
  time: string;
  minimum: number;
}

export interface Minimum {
  /** From the pre-warm until the first step. */
  inHours: number;
  offHours: number;
  /** By time, between the opening and the closing; left out: none. */
  steps?: readonly Step[];
}

/** How many are kept running. */
export interface Schedule {
  hours: BusinessHours;
  minimum: Minimum;
}

/** First and last day of a holiday. */
export const daysOf = (holiday: Holiday): { from: string; to: string } =>
  'date' in holiday ? { from: holiday.date, to: holiday.date } : holiday;

/** Minutes after midnight of an `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` of minutes after midnight, less than a day. */
export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
