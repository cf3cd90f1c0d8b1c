import * as z from 'zod';
import { keywordsOf } from '../baseline/keywords.ts';
import type { Task } from './task.ts';
import { NOT_ASKED } from './unavailable.ts';

/** What the call keeps coming back to: words that are counted, whatever the engine. */
export const keywords: Task<string[]> = {
  result: z.array(z.string()),
  side: () => 'both',
  questions: () => ({}),
  read: () => NOT_ASKED,
  combine: () => NOT_ASKED,
  baseline: ({ utterances }) => keywordsOf(utterances),
  complete: (_, { utterances }) => keywordsOf(utterances),
};
