import { topicsIn, topicsOf } from '../baseline/topics.ts';
import { labelsTask } from './labels.ts';

/** What the call is about, the main topic first. */
export const topics = labelsTask({
  id: 'topics',
  field: 'topic',
  side: 'both',
  most: 3,
  ask: { en: 'What is the call about?', ar: 'ما موضوع المكالمة؟' },
  labels: ({ taxonomy }) => taxonomy.topics,
  found: (heard, labels) => topicsIn(labels)(heard),
  baseline: topicsOf,
});
