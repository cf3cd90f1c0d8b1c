import * as z from 'zod';
import { type BusinessHours, daysOf, type Holiday } from '../core/business-hours.ts';
import { EnvironmentInvalid } from './errors.ts';

const day = z.iso.date({ error: 'expected a date that there is, as YYYY-MM-DD' });
const name = z.string().optional();

const OneHoliday = z.union(
  [
    z.strictObject({ date: day, name }),
    z
      .strictObject({ from: day, to: day, name })
      .refine(({ from, to }) => from <= to, { error: 'expected from to be no later than to' }),
  ],
  { error: 'expected a date, or from and to, as YYYY-MM-DD, and a name or none' },
);

/** Dates on which nobody calls, in the time zone of the hours. */
export const Holidays = z.array(OneHoliday).superRefine((holidays, context) => {
  holidays.forEach((holiday, index) => {
    const other = holidays.findIndex((one, before) => before < index && overlap(one, holiday));
    if (other < 0) return;
    context.addIssue({
      code: 'custom',
      path: [index],
      message: `expected no day that holidays.${other} has too`,
    });
  });
});

function overlap(one: Holiday, other: Holiday): boolean {
  const [a, b] = [daysOf(one), daysOf(other)];
  return a.from <= b.to && b.from <= a.to;
}

/**
 * Refuses what nobody would notice: last year's holidays, where this year's are meant.
 * @param nowMs milliseconds since the epoch
 * @throws EnvironmentInvalid with the first holiday that is over
 */
export function refusePastHolidays(
  { name: environment, businessHours }: { name: string; businessHours: BusinessHours },
  nowMs: number,
): void {
  const { holidays, timeZone } = businessHours;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(nowMs);
  const past = holidays.findIndex((holiday) => daysOf(holiday).to < today);
  if (past < 0) return;
  throw new EnvironmentInvalid(
    environment,
    `businessHours.holidays.${past}`,
    holidays[past],
    `expected a holiday that is not over on ${today}`,
  );
}
