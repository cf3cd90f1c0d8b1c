import { Temporal } from 'temporal-polyfill';

/** A row of an arrivals file is not what it may be. */
export class ArrivalsInvalid extends Error {
  override readonly name = 'ArrivalsInvalid';

  /** @param row as an editor counts them, the heading being 1 */
  constructor(row: number, field: string, received: string, expected: string) {
    const shown = received.length > SHOWN ? `${received.slice(0, SHOWN)}...` : received;
    super(`arrivals, row ${row}: ${field} is ${JSON.stringify(shown)}, expected ${expected}`);
  }
}

const SHOWN = 40;
const HOURS = 7 * 24;
const HEADING = 'hour,calls';
const HOUR = /^\d{4}-\d\d-\d\dT\d\d:00$/;
const COUNT = /^\d+(\.\d+)?$/;
const MOST_CALLS = 1_000_000;

/** Calls of each hour of one week. */
export interface HourlyArrivals {
  /** The week's first day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly calls: readonly number[];
}

/**
 * Reads `hour,calls` rows, such as `2026-11-22T09:00,412`, of the 168 hours of a week on the clocks
 * of a time zone. In a week in which the clocks change, hours after it are an hour off.
 * @throws ArrivalsInvalid naming the first row that is wrong, its value and what is allowed
 */
export function parseHourlyArrivals(text: string): HourlyArrivals {
  const [heading = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  if (heading.trim() !== HEADING) throw new ArrivalsInvalid(1, 'heading', heading, HEADING);
  const read = rows.map((row, at) => parsedRow(row, at + 2));
  const [first] = read;
  read.forEach(({ hour }, at) => {
    const due = at === 0 ? hour.with({ hour: 0 }) : first?.hour.add({ hours: at });
    if (due === undefined || hour.equals(due)) return;
    throw new ArrivalsInvalid(at + 2, 'hour', shownHour(hour), `${shownHour(due)}, without gaps`);
  });
  if (first === undefined || read.length !== HOURS) {
    const expected = `${HOURS} rows, one for each hour of a week`;
    throw new ArrivalsInvalid(read.length + 1, 'last row', `row ${read.length + 1}`, expected);
  }
  return { date: first.hour.toPlainDate().toString(), calls: read.map(({ calls }) => calls) };
}

function parsedRow(row: string, number: number): { hour: Temporal.PlainDateTime; calls: number } {
  const [hour = '', calls = '', ...rest] = row.split(',').map((cell) => cell.trim());
  if (rest.length > 0) throw new ArrivalsInvalid(number, 'row', row, `two values: ${HEADING}`);
  const time = HOUR.test(hour) ? dateTimeOf(hour) : null;
  if (time === null) throw new ArrivalsInvalid(number, 'hour', hour, 'YYYY-MM-DDTHH:00');
  if (!COUNT.test(calls) || Number(calls) > MOST_CALLS) {
    throw new ArrivalsInvalid(number, 'calls', calls, `a number from 0 to ${MOST_CALLS}`);
  }
  return { hour: time, calls: Number(calls) };
}

function dateTimeOf(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const shownHour = (hour: Temporal.PlainDateTime): string =>
  hour.toString({ smallestUnit: 'minute' });
