import * as z from 'zod';
import { RedactionPolicy } from '../redaction/policy.ts';
import { Queues } from './queues.ts';
import { Scorecard } from './scorecard.ts';
import { Taxonomy } from './taxonomy.ts';

/** Whose turns a task reads. */
export const Side = z.enum(['customer', 'agent', 'both']);
export type Side = z.infer<typeof Side>;

/** What each settings file holds, by its name without `.json`. */
export const PARTS = {
  outcome: z.strictObject({ side: Side }),
  summary: z.strictObject({
    /** `call`: whatever language the call is in. */
    language: z.enum(['call', 'en', 'ar']),
  }),
  taxonomy: Taxonomy,
  queues: Queues,
  scorecard: Scorecard,
  redaction: RedactionPolicy,
};
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

/** All that an environment decides about the analysis of its calls. */
export const Settings = z.strictObject(PARTS);
export type Settings = z.infer<typeof Settings>;
