import type { Holiday } from '../core/business-hours.ts';

/**
 * Yours to edit. Those that follow the moon are announced shortly before and may be a day off here;
 * a holiday that is over is refused, so that the next year's list is not forgotten.
 */
export const HOLIDAYS_OF_JORDAN: Holiday[] = [
  { date: '2027-01-01', name: "New Year's Day" },
  { from: '2027-03-09', to: '2027-03-12', name: 'Eid al-Fitr' },
  { date: '2027-05-01', name: 'Labour Day' },
  { from: '2027-05-15', to: '2027-05-19', name: 'Arafat Day and Eid al-Adha' },
  { date: '2027-05-25', name: 'Independence Day' },
  { date: '2027-06-06', name: 'Islamic New Year' },
  { date: '2027-08-15', name: 'Birthday of the Prophet' },
  { date: '2027-12-25', name: 'Christmas Day' },
];
