import * as z from 'zod';
import { WEEKDAYS } from '../core/business-hours.ts';
import { Holidays } from './holidays.ts';
import { HOUR, text, whole } from './parts.ts';

/** `Region/City` as the list of IANA writes it: schedulers refuse other spellings. */
function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    const isMisspelt = timeZone !== name && timeZone.toLowerCase() === name.toLowerCase();
    return name.includes('/') && !isMisspelt;
  } catch {
    return false;
  }
}

export const BusinessHours = z
  .strictObject({
    timeZone: z.string({ error: 'expected an IANA time zone' }).refine(isTimeZone, {
      error: 'expected an IANA time zone such as Asia/Amman',
      abort: true,
    }),
    weekdays: z
      .array(z.enum(WEEKDAYS))
      .min(1, { error: 'expected one day at least' })
      .refine((days) => new Set(days).size === days.length, { error: 'expected each day once' }),
    open: text(RegExp(`^${HOUR}$`), 'HH:MM from 00:00 to 23:59'),
    close: text(RegExp(`^(${HOUR}|24:00)$`), 'HH:MM up to 24:00'),
    /** How long before the opening all is made ready: waking takes ten minutes of it. */
    prewarmMinutes: whole(0, 720),
    holidays: Holidays,
  })
  .superRefine(({ open, close }, context) => {
    if (open < close) return;
    context.addIssue({
      code: 'custom',
      path: ['close'],
      message: `expected a time after the opening at ${open}`,
    });
  });
