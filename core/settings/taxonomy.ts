import * as z from 'zod';
import { Id, listOf } from './identified.ts';
import { Cues, Wording } from './wording.ts';

/** Half sure: what one clear cue gives. */
const DEFAULT_THRESHOLD = 0.5;

const error = 'expected a number from 0 to 1';

/** Something that a call can be about, or that a customer can want. */
export const Label = z.strictObject({
  id: Id,
  name: Wording,
  /** What a language model is told of it, and what people read who wonder. */
  definition: Wording,
  /** Phrases that speak for it; how often, how early and by whom they are said counts. */
  cues: Cues,
  /** Words that speak for it together with others alone: "the app", "Thursday". */
  weakCues: Cues.optional(),
  /** Phrases that are enough, whoever says them and when: "I'll send a technician". */
  strongCues: Cues.optional(),
  /** The least confidence that the label is given at. */
  threshold: z.number({ error }).min(0, { error }).max(1, { error }).default(DEFAULT_THRESHOLD),
  /** Below its threshold it is reported as possible instead of left out. */
  critical: z.boolean({ error: 'expected true or false' }).default(false),
  /** Given only where no other label is: "general enquiry". */
  fallback: z.boolean({ error: 'expected true or false' }).default(false),
});
export type Label = z.infer<typeof Label>;

/** What calls are about, and why customers call. */
export const Taxonomy = z.strictObject({ topics: listOf(Label, 1), intents: listOf(Label, 0) });
export type Taxonomy = z.infer<typeof Taxonomy>;
