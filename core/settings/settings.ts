import * as z from 'zod';
import { TOPICS } from '../baseline/topic-cues/taxonomy.ts';
import { Language } from '../call.ts';

/** Whose turns an answer rests on. */
export const Side = z.enum(['customer', 'agent', 'both']);
export type Side = z.infer<typeof Side>;

/** What an environment decides about the analysis; whatever of it enters a prompt revises it. */
export const Settings = z.strictObject({
  outcome: z.strictObject({ side: Side }),
  /** `call`: in the language that is spoken. */
  summary: z.strictObject({ language: z.enum(['call', ...Language.options]) }),
  taxonomy: z.strictObject({ topics: z.array(z.strictObject({ label: z.string() })).min(1) }),
});
export type Settings = z.infer<typeof Settings>;

/** For one machine and for tests. */
export const DEFAULT_SETTINGS: Settings = {
  outcome: { side: 'both' },
  summary: { language: 'call' },
  taxonomy: { topics: TOPICS.map((label) => ({ label })) },
};
