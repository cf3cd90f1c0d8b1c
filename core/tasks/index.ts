import { outcomeTask } from './outcome.ts';
import { sentimentTask } from './sentiment.ts';
import { summaryTask } from './summary.ts';
import type { Task } from './task.ts';
import { topicsTask } from './topics.ts';

/** All that a language model is asked about a call, in one request. */
export const TASKS: readonly Task[] = [sentimentTask, outcomeTask, summaryTask, topicsTask];
