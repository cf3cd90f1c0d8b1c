import { describe, expect, it } from 'vitest';
import { ArrivalsInvalid, parseHourlyArrivals } from '../../../core/plan/hourly-arrivals.ts';

const hourAt = (hour: number): string =>
  new Date(Date.UTC(2026, 10, 22, hour)).toISOString().slice(0, 16);
const rows = Array.from({ length: 168 }, (_, hour) => `${hourAt(hour)},${hour}`);
const file = (changed: Readonly<Record<number, string>> = {}): string =>
  ['hour,calls', ...rows.map((row, at) => changed[at] ?? row)].join('\n');

describe('arrivals of a week', () => {
  it('are read as one number an hour', () => {
    const { date, calls } = parseHourlyArrivals(file());
    expect({ date, first: calls[0], last: calls[167] }).toEqual({
      date: '2026-11-22',
      first: 0,
      last: 167,
    });
  });

  it('may come from a spreadsheet: a byte order mark, carriage returns, a last empty line', () => {
    const text = `\uFEFF${file().replaceAll('\n', '\r\n')}\r\n`;
    expect(parseHourlyArrivals(text).calls).toHaveLength(168);
  });

  it.each([
    ['text', file({ 4: `${hourAt(4)},many` }), /row 6: calls is "many", expected a number from 0/],
    ['a negative number', file({ 0: `${hourAt(0)},-5` }), /row 2: calls is "-5", expected/],
    ['an empty number', file({ 0: `${hourAt(0)},` }), /row 2: calls is "", expected/],
    ['a number without end', file({ 0: `${hourAt(0)},Infinity` }), /row 2: calls is "Infinity"/],
    [
      'a gap',
      file({ 3: `${hourAt(4)},9` }),
      /row 5: hour is "2026-11-22T04:00", expected 2026-11-22T03:00/,
    ],
    ['another form of time', file({ 1: '22.11.2026 01:00,9' }), /row 3: hour is "22.11.2026/],
    ['a day that is not', file({ 0: '2026-02-30T00:00,9' }), /row 2: hour is "2026-02-30T00:00"/],
    ['a third value', file({ 1: `${hourAt(1)},9,x` }), /row 3: row is .*two values/],
    ['another heading', file().replace('hour,calls', 'time;n'), /row 1: heading is "time;n"/],
    ['too few rows', file().split('\n').slice(0, 100).join('\n'), /168 rows/],
    ['a week that begins in the night', file({ 0: `${hourAt(1)},9` }), /row 2: hour .*T00:00/],
    ['nothing', '', /row 1: heading is ""/],
  ])('are refused with row, value and what is allowed: %s', (_, text, message) => {
    const refusal = (): unknown => parseHourlyArrivals(text);
    expect(refusal).toThrow(ArrivalsInvalid);
    expect(refusal).toThrow(message);
  });
});
