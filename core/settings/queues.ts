import * as z from 'zod';
import { Id, listOf } from './identified.ts';
import { Cues, Wording } from './wording.ts';

const NO_CUES: Cues = { en: [], ar: [] };

/** People who deal with some kinds of calls, and what leads a call to them. */
export const Queue = z.strictObject({
  id: Id,
  name: Wording,
  topics: z.array(Id).default([]),
  intents: z.array(Id).default([]),
  cues: Cues.default(NO_CUES),
  /** Where calls go that nothing leads elsewhere. */
  default: z.literal(true, { error: 'expected true, or to be left out' }).optional(),
});
export type Queue = z.infer<typeof Queue>;

/** Where calls can be sent, the most urgent first: of two that fit, the first is chosen. */
export const Queues = listOf(Queue, 1).refine(
  (queues) => queues.filter((queue) => queue.default).length === 1,
  { path: ['default'], error: 'expected exactly one queue with "default": true' },
);
export type Queues = z.infer<typeof Queues>;
