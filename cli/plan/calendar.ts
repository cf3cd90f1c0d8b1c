import Table from 'cli-table3';
import { Temporal } from 'temporal-polyfill';
import { daysOf, type BusinessHours } from '../../core/business-hours.ts';
import { weekOf } from '../../core/plan/week-of.ts';
import { scheduleOf, type Environment } from '../../environments/index.ts';
import type { Capacity } from '../../environments/parts.ts';
import { minimumText } from './figures.ts';

const DAYS = 7;

interface CalendarDay {
  readonly date: string;
  readonly weekday: string;
  /** Why nothing is open, else null. */
  readonly closed: string | null;
  /** ISO 8601 with the zone's offset, and in UTC; null where it is closed. */
  readonly warmAt: Shown | null;
  readonly openAt: Shown | null;
  readonly closeAt: Shown | null;
}

interface Shown {
  readonly local: string;
  readonly utc: string;
}

/** The schedule of an environment for a week, as a table or as one JSON object. */
export function calendarOf(environment: Environment, date: string, json: boolean): string {
  const { name, businessHours, offHours, transcription, analysis } = environment;
  const days = daysFrom(environment, date);
  const { timeZone } = businessHours;
  const minimums = { workers: transcription.workers, copies: analysis.model?.copies ?? null };
  if (json) return `${JSON.stringify({ environment: name, timeZone, offHours, minimums, days })}\n`;
  const table = new Table({
    head: ['day', 'warm from', 'open', 'close', 'UTC'],
    style: { head: [], border: [] },
  });
  for (const day of days) table.push(rowOf(day));
  const most = Object.entries(minimums).map(([kind, capacity]) =>
    capacity === null
      ? `${kind}: none`
      : `${kind}: at least ${leastOf(businessHours, capacity)}; ${capacity.max} at most`,
  );
  return [`${name}, ${timeZone}`, table.toString(), ...most, `off hours: ${offHours}`, ''].join(
    '\n',
  );
}

/** `6 while warm, 12 from 10:00, 0 else` */
function leastOf(hours: BusinessHours, capacity: Capacity): string {
  const { inHours, offHours, steps = [] } = scheduleOf(hours, capacity).minimum;
  return `${minimumText(`${inHours} while warm`, steps)}, ${offHours} else`;
}

function daysFrom({ businessHours }: Environment, date: string): CalendarDay[] {
  const { timeZone, holidays } = businessHours;
  const { startMs, shifts } = weekOf(businessHours, date);
  const first = Temporal.PlainDate.from(date);
  const shown = (second: number): Shown => shownAt(startMs + second * 1000, timeZone);
  return Array.from({ length: DAYS }, (_, at) => {
    const day = first.add({ days: at });
    const text = day.toString();
    const shift = shifts.find(({ openAt }) => shown(openAt).local.startsWith(text));
    const holiday = holidays.find((one) => daysOf(one).from <= text && text <= daysOf(one).to);
    return {
      date: text,
      weekday: day.toLocaleString('en', { weekday: 'long' }),
      closed: shift === undefined ? (holiday?.name ?? (holiday ? 'holiday' : 'closed')) : null,
      warmAt: shift === undefined ? null : shown(shift.warmAt),
      openAt: shift === undefined ? null : shown(shift.openAt),
      closeAt: shift === undefined ? null : shown(shift.closeAt),
    };
  });
}

function shownAt(epochMs: number, timeZone: string): Shown {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMs);
  const local = instant.toZonedDateTimeISO(timeZone);
  return {
    local: local.toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
    utc: instant.toString({ smallestUnit: 'minute' }),
  };
}

function rowOf({ date, weekday, closed, warmAt, openAt, closeAt }: CalendarDay): string[] {
  const day = `${weekday} ${date}`;
  if (warmAt === null || openAt === null || closeAt === null)
    return [day, closed ?? '', '', '', ''];
  const utc = [warmAt, openAt, closeAt].map((shown) => time(shown.utc)).join(' ');
  return [day, time(warmAt.local), time(openAt.local), time(closeAt.local), utc];
}

/** `HH:MM` of an ISO 8601 time. */
const time = (text: string): string => text.slice(11, 16);
