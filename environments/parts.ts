import * as z from 'zod';

/** Whole numbers within bounds, with a message that states them. */
export const whole = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

export const text = (pattern: RegExp, error: string) =>
  z.string({ error: `expected ${error}` }).regex(pattern, { error: `expected ${error}` });

export const HOUR = '([01]\\d|2[0-3]):[0-5]\\d';

/** `{ '10:00': 12, '17:00': 4 }` */
const minFrom = (most: number) =>
  z
    .record(z.string(), whole(0, most))
    .refine((steps) => Object.keys(steps).every((time) => RegExp(`^${HOUR}$`).test(time)), {
      error: 'expected times as HH:MM from 00:00 to 23:59',
      abort: true,
    })
    .refine((steps) => isIncreasing(Object.keys(steps)), {
      error: 'expected each time after the one before',
    });

const isIncreasing = (times: readonly string[]): boolean =>
  times.every((time, index) => time > (times[index - 1] ?? ''));

/** How many run: at least in business hours and outside them, and the most ever paid for. */
export const capacity = (most: number) =>
  z
    .strictObject({
      /** From the pre-warm until the first of `minFrom`. */
      min: whole(0, most),
      /** From a time in hours until the next of them, or the closing; left out: `min` all day. */
      minFrom: minFrom(most).optional(),
      /** Left out: none. */
      minOffHours: whole(0, most).optional(),
      max: whole(1, most),
    })
    .refine(({ min, max }) => min <= max, { error: 'expected min to be no more than max' })
    .superRefine(({ minFrom: steps = {}, minOffHours = 0, max }, context) => {
      const outside = Object.entries(steps).find(([, min]) => min < minOffHours || max < min);
      if (outside === undefined) return;
      context.addIssue({
        code: 'custom',
        path: ['minFrom', outside[0]],
        message: `expected minOffHours or more and no more than max, ${minOffHours} to ${max}`,
      });
    })
    .refine(({ min, minOffHours = 0 }) => minOffHours <= min, {
      error: 'expected minOffHours to be no more than min',
    });
export type Capacity = z.infer<ReturnType<typeof capacity>>;
