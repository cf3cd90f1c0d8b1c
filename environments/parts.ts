import * as z from 'zod';

/** Whole numbers within bounds, with a message that states them. */
export const whole = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

export const text = (pattern: RegExp, error: string) =>
  z.string({ error: `expected ${error}` }).regex(pattern, { error: `expected ${error}` });

/** How many run: at least in business hours and outside them, and the most ever paid for. */
export const capacity = (most: number) =>
  z
    .strictObject({
      min: whole(0, most),
      /** Left out: none. */
      minOffHours: whole(0, most).optional(),
      max: whole(1, most),
    })
    .refine(({ min, max }) => min <= max, { error: 'expected min to be no more than max' })
    .refine(({ min, minOffHours = 0 }) => minOffHours <= min, {
      error: 'expected minOffHours to be no more than min',
    });
export type Capacity = z.infer<ReturnType<typeof capacity>>;
