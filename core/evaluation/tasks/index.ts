import { OutcomeLabel } from '../../analysis.ts';
import type { TextEncoder } from '../bertscore.ts';
import type { LabelMap } from '../labels.ts';
import type { AnyTask } from '../task.ts';
import { labelTask } from './label.ts';
import { redactionTask } from './redaction.ts';
import { speechTask } from './speech.ts';
import { summaryTask } from './summary.ts';
import { topicsTask } from './topics.ts';

/** In their order: "positive" for "negative" is two steps away. */
const SENTIMENTS = ['negative', 'neutral', 'positive'];

const TASKS = {
  sentiment: (map) => labelTask({ name: 'sentiment', labels: SENTIMENTS, ordinal: true }, map),
  outcome: (map) =>
    labelTask({ name: 'outcome', labels: OutcomeLabel.options, ordinal: false }, map),
  summary: (_, encoder) => summaryTask(encoder),
  topics: topicsTask,
  redaction: redactionTask,
  speech: () => speechTask,
} as const satisfies Record<string, (map: LabelMap, encoder: TextEncoder | null) => AnyTask>;

export type TaskName = keyof typeof TASKS;
export const TASK_NAMES = Object.keys(TASKS) as TaskName[];

/**
 * @param map other people's labels, and ours for the same
 * @param encoder for figures that need one; null leaves them out
 */
export function taskOf(
  name: TaskName,
  map: LabelMap = new Map(),
  encoder: TextEncoder | null = null,
): AnyTask {
  return TASKS[name](map, encoder);
}
