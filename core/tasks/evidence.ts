import * as z from 'zod';

/** The turns that show an answer, by their index. */
export const Evidence = z.array(z.int().nonnegative());
export type Evidence = z.infer<typeof Evidence>;
