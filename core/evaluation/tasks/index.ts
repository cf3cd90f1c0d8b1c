import { OutcomeLabel } from '../../tasks/outcome.ts';
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

/** What answers are scored by, beside the gold. */
export interface Scoring {
  /** Other people's labels, and ours for the same. */
  readonly map: LabelMap;
  /** Those of the taxonomy. */
  readonly topics: readonly string[];
  /** For figures that need one; null leaves them out. */
  readonly encoder: TextEncoder | null;
}

const TASKS = {
  sentiment: ({ map }) => labelTask({ name: 'sentiment', labels: SENTIMENTS, ordinal: true }, map),
  outcome: ({ map }) =>
    labelTask({ name: 'outcome', labels: OutcomeLabel.options, ordinal: false }, map),
  summary: ({ encoder }) => summaryTask(encoder),
  topics: ({ map, topics }) => topicsTask(map, topics),
  redaction: ({ map }) => redactionTask(map),
  speech: () => speechTask,
} as const satisfies Record<string, (scoring: Scoring) => AnyTask>;

export type TaskName = keyof typeof TASKS;
export const TASK_NAMES = Object.keys(TASKS) as TaskName[];

const PLAIN: Scoring = { map: new Map(), topics: [], encoder: null };

export const taskOf = (name: TaskName, scoring: Partial<Scoring> = {}): AnyTask =>
  TASKS[name]({ ...PLAIN, ...scoring });
