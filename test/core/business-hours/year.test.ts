import { describe, expect, it } from 'vitest';
import {
  type BusinessHours,
  minimumAt,
  minimumChangesBetween,
  nativeActions,
  type Schedule,
  type Step,
} from '../../../core/business-hours.ts';
import { playedMinimums, referenceMinimums, yearOf } from './minute-by-minute.ts';
import { MINUTE_MS } from './wall-clock.ts';

const YEAR = yearOf(2027);
const FROM_MS = YEAR.from * MINUTE_MS;

/** Single days, several days, one across a weekend, one on a day that is closed anyway. */
const HOLIDAYS: BusinessHours['holidays'] = [
  { date: '2027-01-01', name: "New Year's Day" },
  { from: '2027-03-09', to: '2027-03-12', name: 'Eid al-Fitr' },
  { date: '2027-05-01' },
  { from: '2027-05-13', to: '2027-05-18' },
  { date: '2027-05-25' },
  { date: '2027-05-27' },
  { date: '2027-12-31' },
];
const SUNDAY_TO_THURSDAY = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'] as const;
const MONDAY_TO_FRIDAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const EVERY_DAY = [...SUNDAY_TO_THURSDAY, 'friday', 'saturday'] as const;

const schedule = (hours: Partial<BusinessHours>, steps: readonly Step[]): Schedule => ({
  hours: {
    timeZone: 'Asia/Amman',
    weekdays: SUNDAY_TO_THURSDAY,
    open: '09:00',
    close: '18:00',
    prewarmMinutes: 20,
    holidays: HOLIDAYS,
    ...hours,
  },
  minimum: { inHours: 3, offHours: 1, steps },
});

const step = (time: string, minimum: number): Step => ({ time, minimum });

/** Up, down and up again: below the opening's, as off hours, and the same as before it. */
const MORNING = [step('10:00', 8), step('13:30', 2), step('15:00', 3), step('16:45', 1)];

const schedules: [what: string, hours: Partial<BusinessHours>, steps?: readonly Step[]][] = [
  ['Amman, Sunday to Thursday', {}],
  ['Riyadh, which has no daylight saving', { timeZone: 'Asia/Riyadh', open: '08:30' }],
  ['Cairo, which has', { timeZone: 'Africa/Cairo', prewarmMinutes: 45 }],
  ['London, Monday to Friday', { timeZone: 'Europe/London', weekdays: MONDAY_TO_FRIDAY }],
  [
    'New York, without a pre-warm',
    { timeZone: 'America/New_York', weekdays: MONDAY_TO_FRIDAY, close: '17:00', prewarmMinutes: 0 },
  ],
  ['a pre-warm that begins the day before', { open: '00:10', close: '08:00' }],
  [
    'Cairo, opening within the hour that its clocks jump over',
    {
      timeZone: 'Africa/Cairo',
      weekdays: EVERY_DAY,
      open: '00:10',
      close: '22:00',
      // Its pre-warm would begin in an hour that is there twice: see business-hours.test.ts.
      holidays: [...HOLIDAYS, { date: '2027-10-29' }],
    },
  ],
  [
    'London, opening within the hour that its clocks jump over',
    { timeZone: 'Europe/London', weekdays: EVERY_DAY, open: '01:10', close: '04:00' },
  ],
  ['days that pass into each other', { weekdays: EVERY_DAY, open: '00:00', close: '24:00' }],
  [
    'nights between that the pre-warm fills',
    { weekdays: EVERY_DAY, open: '00:15', close: '24:00' },
  ],
  ['five days in one piece', { open: '00:00', close: '24:00' }],
  ['Amman, by the time of the day', {}, MORNING],
  ['Riyadh, by the time of the day', { timeZone: 'Asia/Riyadh', open: '08:30' }, MORNING],
  ['Cairo, by the time of the day', { timeZone: 'Africa/Cairo', prewarmMinutes: 45 }, MORNING],
  [
    'London, by the time of the day',
    { timeZone: 'Europe/London', weekdays: MONDAY_TO_FRIDAY, close: '17:00' },
    MORNING,
  ],
  [
    'New York, by the time of the day, without a pre-warm',
    { timeZone: 'America/New_York', weekdays: MONDAY_TO_FRIDAY, prewarmMinutes: 0 },
    MORNING,
  ],
  [
    'London, with steps within the hour that its clocks jump over and after it',
    { timeZone: 'Europe/London', weekdays: EVERY_DAY, open: '00:30', close: '04:00' },
    [step('01:15', 6), step('01:45', 5), step('02:30', 9)],
  ],
  [
    'New York, with steps within the hour that its clocks jump over',
    { timeZone: 'America/New_York', weekdays: EVERY_DAY, open: '01:00', close: '12:00' },
    [step('02:30', 7), step('03:00', 4)],
  ],
  [
    'days that pass into each other, by the time of the day',
    { weekdays: EVERY_DAY, open: '00:00', close: '24:00' },
    [step('08:00', 9), step('22:00', 2)],
  ],
  [
    'five days in one piece that end as they begin',
    { open: '00:00', close: '24:00', prewarmMinutes: 60 },
    [step('08:00', 9), step('22:00', 3)],
  ],
  ['a pre-warm that begins the day before, by the time', { open: '00:10' }, MORNING],
];

/** The first minute in which two lists differ, readable. */
function firstDifference(found: readonly number[], expected: readonly number[]): string | null {
  const index = expected.findIndex((minimum, at) => found[at] !== minimum);
  if (index < 0) return null;
  const at = new Date((YEAR.from + index) * MINUTE_MS).toISOString();
  return `${at}: ${found[index]}, expected ${expected[index]}`;
}

/** The changes of a year, minute by minute. */
function minimumsOf(of: Schedule): number[] {
  const changes = minimumChangesBetween(of, FROM_MS, YEAR.to * MINUTE_MS);
  const byMinute = new Map(changes.map((change) => [change.at / MINUTE_MS, change.minimum]));
  let minimum = minimumAt(of, FROM_MS);
  return Array.from({ length: YEAR.to - YEAR.from }, (_, index) => {
    minimum = byMinute.get(YEAR.from + index) ?? minimum;
    return minimum;
  });
}

describe.each(schedules)('a year of %s', (_, hours, steps = []) => {
  const of = schedule(hours, steps);
  const expected = referenceMinimums(of, YEAR);

  it('has the minimum that the clock on the wall asks for in every minute', () => {
    expect(firstDifference(minimumsOf(of), expected)).toBeNull();
    for (let index = 0; index < expected.length; index += 2027) {
      expect(minimumAt(of, FROM_MS + index * MINUTE_MS)).toBe(expected[index]);
    }
  });

  it('has the same minimums when a scheduler plays its actions', () => {
    const actions = nativeActions(of, FROM_MS);
    const played = playedMinimums(actions, minimumAt(of, FROM_MS), of.hours.timeZone, YEAR);
    expect(firstDifference(played, expected)).toBeNull();
    const names = [...actions.recurring, ...actions.oneTime].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
