import * as z from 'zod';
import { routeOf, routeFor } from '../baseline/route.ts';
import { Evidence } from './evidence.ts';
import type { GivenLabel } from './label.ts';
import type { Task } from './task.ts';
import { isUnavailable, NO_WORDS, NOT_ASKED } from './unavailable.ts';

export const Route = z.object({
  /** A queue of the settings. */
  queue: z.string(),
  /** What leads there; empty for the default queue. */
  reasons: z.array(
    z.object({ kind: z.enum(['intent', 'topic', 'cues']), label: z.string().nullable() }),
  ),
  evidence: Evidence,
});
export type Route = z.infer<typeof Route>;

/** Who should deal with the call next: a rule on intents, topics and cues, by whatever engine. */
export const routeTo: Task<Route> = {
  result: Route,
  side: () => 'both',
  questions: () => ({}),
  read: () => NOT_ASKED,
  combine: () => NOT_ASKED,
  baseline: routeOf,
  complete(_, heard, settings, { topics, intents }) {
    if (heard.utterances.length === 0) return NO_WORDS;
    return routeFor({ topics: labelsIn(topics), intents: labelsIn(intents) }, heard, settings);
  },
};

const labelsIn = (value: unknown): readonly GivenLabel[] =>
  isUnavailable(value) || value === undefined ? [] : (value as readonly GivenLabel[]);
