import type { Weekday } from '../../../core/business-hours.ts';

const MINUTES_A_DAY = 24 * 60;
export const MINUTE_MS = 60_000;

/** What the clocks of a time zone show. */
export interface Reading {
  /** Days since the epoch. */
  day: number;
  weekday: Weekday;
  /** After midnight. */
  minutes: number;
}

/** 1970-01-01 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
];

/** Readings by arithmetic on the offset, which is asked of Intl once an hour. */
export function wallClock(timeZone: string): (minute: number) => Reading {
  const offsetAt = offsetsOf(timeZone);
  return (minute) => {
    const shown = minute + offsetAt(Math.floor(minute / 60));
    const day = Math.floor(shown / MINUTES_A_DAY);
    const minutes = shown - day * MINUTES_A_DAY;
    return { day, weekday: WEEKDAYS[day % 7] ?? 'thursday', minutes };
  };
}

const byZone = new Map<string, (hour: number) => number>();

function offsetsOf(timeZone: string): (hour: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  const last = { hour: Number.NaN, offset: 0 };
  const offsetAt = (hour: number): number => {
    if (hour === last.hour) return last.offset;
    const offset = known.get(hour) ?? offsetIn(format.format(hour * 60 * MINUTE_MS));
    known.set(hour, offset);
    Object.assign(last, { hour, offset });
    return offset;
  };
  const shared = byZone.get(timeZone) ?? offsetAt;
  byZone.set(timeZone, shared);
  return shared;
}

/** Minutes in `1/1/2027, GMT+03:00`. */
function offsetIn(formatted: string): number {
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(formatted) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}
