import * as z from 'zod';

/** What is taken out of transcripts; nothing of it can be chosen yet. */
export const RedactionPolicy = z.strictObject({});
export type RedactionPolicy = z.infer<typeof RedactionPolicy>;
