import { describe, expect, it } from 'vitest';
import {
  type BusinessHours,
  changesBetween,
  isOpen,
  isWarm,
  minimumAt,
  nativeActions,
} from '../../../core/business-hours.ts';

const AMMAN: BusinessHours = {
  timeZone: 'Asia/Amman',
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
  open: '09:00',
  close: '18:00',
  prewarmMinutes: 20,
  holidays: [],
};
const EVERY_DAY: BusinessHours['weekdays'] = [...AMMAN.weekdays, 'friday', 'saturday'];
const at = (iso: string): number => Date.parse(iso);
const readable = (hours: BusinessHours, from: string, to: string): string[] =>
  changesBetween(hours, at(from), at(to)).map(
    ({ at: instant, isWarm: warm }) => `${warm ? '+' : '-'} ${new Date(instant).toISOString()}`,
  );
const JANUARY = at('2027-01-01T00:00:00Z');

describe('business hours', () => {
  it.each([
    ['the minute before the pre-warm', '2027-02-07T08:39:59.999+03:00', false, false],
    ['the pre-warm', '2027-02-07T08:40:00+03:00', false, true],
    ['the minute before the opening', '2027-02-07T08:59:59.999+03:00', false, true],
    ['the opening', '2027-02-07T09:00:00+03:00', true, true],
    ['the last minute', '2027-02-11T17:59:59.999+03:00', true, true],
    ['the closing', '2027-02-11T18:00:00+03:00', false, false],
    ['a Friday', '2027-02-12T12:00:00+03:00', false, false],
  ])('know %s', (_, instant, open, warm) => {
    expect([isOpen(AMMAN, at(instant)), isWarm(AMMAN, at(instant))]).toEqual([open, warm]);
  });

  it('know parts of a millisecond, as simulations have them', () => {
    const opening = at('2027-02-07T09:00:00+03:00');
    expect([isOpen(AMMAN, opening - 0.25), isOpen(AMMAN, opening + 0.25)]).toEqual([false, true]);
  });

  it('give the minimum of the time', () => {
    const schedule = { hours: AMMAN, minimum: { inHours: 2, offHours: 0 } };
    expect(minimumAt(schedule, at('2027-02-07T08:40:00+03:00'))).toBe(2);
    expect(minimumAt(schedule, at('2027-02-07T18:00:00+03:00'))).toBe(0);
  });

  it('change from the first instant asked for, up to but not at the last', () => {
    expect(readable(AMMAN, '2027-02-07T05:40:00Z', '2027-02-08T05:40:00Z')).toEqual([
      '+ 2027-02-07T05:40:00.000Z',
      '- 2027-02-07T15:00:00.000Z',
    ]);
  });

  it('are one block where a pre-warm begins before the last day has closed', () => {
    const nights = { ...AMMAN, open: '00:10', close: '24:00' };
    expect(readable(nights, '2027-02-06T00:00:00Z', '2027-02-13T00:00:00Z')).toEqual([
      '+ 2027-02-06T20:50:00.000Z',
      '- 2027-02-11T21:00:00.000Z',
    ]);
  });

  it('never change when they never close', () => {
    const always = { ...AMMAN, weekdays: EVERY_DAY, open: '00:00', close: '24:00' };
    expect(readable(always, '2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z')).toEqual([]);
    const schedule = { hours: always, minimum: { inHours: 2, offHours: 0 } };
    expect(nativeActions(schedule, JANUARY)).toEqual({ recurring: [], oneTime: [] });
  });
});

describe('where clocks change', () => {
  const cairo = { ...AMMAN, timeZone: 'Africa/Cairo', weekdays: EVERY_DAY };

  it('an opening that the clocks jump over is at the jump, warmed in full before it', () => {
    const hours = { ...cairo, open: '00:10', close: '08:00' };
    expect(readable(hours, '2027-04-29T12:00:00Z', '2027-04-30T12:00:00Z')).toEqual([
      '+ 2027-04-29T21:40:00.000Z',
      '- 2027-04-30T05:00:00.000Z',
    ]);
    expect(isOpen(hours, at('2027-04-29T22:00:00Z'))).toBe(true);
  });

  it('a pre-warm whose time is there twice begins with the first', () => {
    const hours = { ...cairo, open: '00:10', close: '08:00' };
    expect(readable(hours, '2027-10-28T12:00:00Z', '2027-10-29T12:00:00Z')).toEqual([
      '+ 2027-10-28T20:50:00.000Z',
      '- 2027-10-29T06:00:00.000Z',
    ]);
  });

  it('a closing whose time is there twice is at the first', () => {
    const hours = { ...cairo, close: '23:30' };
    expect(readable(hours, '2027-10-28T12:00:00Z', '2027-10-29T00:00:00Z')).toEqual([
      '- 2027-10-28T20:30:00.000Z',
    ]);
  });
});

const actionsOf = (hours: Partial<BusinessHours>, from = JANUARY) =>
  nativeActions({ hours: { ...AMMAN, ...hours }, minimum: { inHours: 2, offHours: 0 } }, from);

describe('the actions of a scheduler', () => {
  it('are an opening and a closing in the time zone when no day is a holiday', () => {
    const week = { weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'sunday'] };
    expect(actionsOf({})).toEqual({
      recurring: [
        { name: 'opens', ...week, time: '08:40', timeZone: 'Asia/Amman', minimum: 2 },
        { name: 'closes', ...week, time: '18:00', timeZone: 'Asia/Amman', minimum: 0 },
      ],
      oneTime: [],
    });
  });

  it('pause over a holiday, and state what holds at both of its ends', () => {
    const { recurring, oneTime } = actionsOf({ holidays: [{ date: '2027-02-10' }] });
    expect(recurring.map(({ name, startAt, endAt }) => ({ name, startAt, endAt }))).toEqual([
      { name: 'opens', startAt: undefined, endAt: at('2027-02-10T08:39:00+03:00') },
      {
        name: 'opens-from-2027-02-11',
        startAt: at('2027-02-11T08:40:00+03:00'),
        endAt: undefined,
      },
      { name: 'closes', startAt: undefined, endAt: undefined },
    ]);
    expect(oneTime).toEqual([
      { name: 'closes-at-2027-02-09T21-00Z', at: at('2027-02-10T00:00+03:00'), minimum: 0 },
      { name: 'opens-at-2027-02-11T05-40Z', at: at('2027-02-11T08:40+03:00'), minimum: 2 },
    ]);
  });

  it('pause once for holidays that only closed days part', () => {
    const holidays = [{ date: '2027-02-11' }, { from: '2027-02-14', to: '2027-02-15' }];
    expect(actionsOf({ holidays }).oneTime.map(({ at: when }) => when)).toEqual([
      at('2027-02-11T00:00+03:00'),
      at('2027-02-16T08:40+03:00'),
    ]);
  });

  it('do not pause for a holiday on a day that is closed anyway', () => {
    expect(actionsOf({ holidays: [{ date: '2027-02-12' }] })).toEqual(actionsOf({}));
  });

  it('say nothing of what is past', () => {
    const holidays = [{ date: '2027-02-03' }, { from: '2027-02-08', to: '2027-02-10' }];
    const { recurring, oneTime } = actionsOf({ holidays }, at('2027-02-09T12:00+03:00'));
    expect(recurring.map(({ name, endAt }) => [name, endAt])).toEqual([
      ['opens-from-2027-02-11', undefined],
      ['closes', undefined],
    ]);
    expect(oneTime.map(({ at: when }) => when)).toEqual([
      at('2027-02-10T00:00+03:00'),
      at('2027-02-11T08:40+03:00'),
    ]);
  });

  it('are none when the minimum is the same at all times', () => {
    const schedule = { hours: AMMAN, minimum: { inHours: 1, offHours: 1 } };
    expect(nativeActions(schedule, JANUARY)).toEqual({ recurring: [], oneTime: [] });
  });
});
