import * as z from 'zod';

/** A stable name: records, events and reports carry it. */
export const Id = z
  .string({ error: 'expected a name such as late_delivery' })
  .regex(/^[a-z][a-z0-9_]{0,39}$/, {
    error: 'expected up to 40 of a-z, 0-9 and _, a letter first',
  });

interface Identified {
  readonly id: string;
}

/** A list whose items are told apart by their ids. */
export const listOf = <Item extends z.ZodType<Identified>>(item: Item, least: number) =>
  z
    .array(item, { error: 'expected a list' })
    .min(least, { error: `expected at least ${least}` })
    .superRefine((items, context) => {
      for (const [at, { id }] of items.entries()) {
        const first = items.findIndex((other) => other.id === id);
        if (first === at) continue;
        context.addIssue({
          code: 'custom',
          path: [at, 'id'],
          message: `expected another id than that of number ${first + 1}`,
        });
      }
    });
