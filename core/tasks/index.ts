import { actionItems } from './action-items.ts';
import { fraudRisk } from './fraud-risk.ts';
import { intents } from './intents.ts';
import { keywords } from './keywords.ts';
import { outcome } from './outcome.ts';
import { routeTo } from './route-to.ts';
import { scorecard } from './scorecard.ts';
import { sentiment } from './sentiment/index.ts';
import { summary } from './summary.ts';
import type { Task } from './task.ts';
import { topics } from './topics.ts';

/** All that an analysis says of a call, by its field. */
export const TASKS = {
  sentiment,
  outcome,
  summary,
  topics,
  intents,
  keywords,
  actionItems,
  fraudRisk,
  routeTo,
  scorecard,
} as const;

export type TaskId = keyof typeof TASKS;
export type ValueOf<Id extends TaskId> =
  (typeof TASKS)[Id] extends Task<infer Value> ? Value : never;

/** A value for every task. */
export function forEachTask<Answer>(
  of: (task: Task<unknown>, id: TaskId) => Answer,
): Record<TaskId, Answer> {
  const entries = Object.entries(TASKS) as [TaskId, Task<unknown>][];
  return Object.fromEntries(entries.map(([id, task]) => [id, of(task, id)])) as Record<
    TaskId,
    Answer
  >;
}
