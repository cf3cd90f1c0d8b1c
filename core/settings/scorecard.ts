import * as z from 'zod';
import { Id, listOf } from './identified.ts';
import { Cues, Wording } from './wording.ts';

const weight = 'expected a number above 0';

/** What must be heard in a call, or known of it, for something to hold. Any one is enough. */
export const Condition = z.strictObject({
  topics: z.array(Id).default([]),
  intents: z.array(Id).default([]),
  /** Heard from whoever says it. */
  cues: Cues.optional(),
});
export type Condition = z.infer<typeof Condition>;

/** A question about the agent that is answered yes, no or not applicable. */
export const Question = z.strictObject({
  id: Id,
  question: Wording,
  /** What an agent says where the answer is yes. */
  cues: Cues,
  /** What an agent says where the answer is no, whatever else is said. */
  against: Cues.optional(),
  /** The part of the call that counts: its first turns, its last ones, or all of it. */
  within: z.enum(['opening', 'closing', 'call']).default('call'),
  /** Left out: it applies to every call. */
  appliesWhen: Condition.optional(),
  /** Calls that it does not apply to, for example those that were cut off. */
  unless: Condition.optional(),
  /** The answer where none of its cues was heard. */
  otherwise: z.enum(['no', 'not_applicable']).default('no'),
  weight: z.number({ error: weight }).positive({ error: weight }),
  /** A no fails the whole call. */
  critical: z.boolean({ error: 'expected true or false' }).default(false),
});
export type Question = z.infer<typeof Question>;

/** What a quality team asks of every call. */
export const Scorecard = z.strictObject({ questions: listOf(Question, 1) });
export type Scorecard = z.infer<typeof Scorecard>;
