import { intentsIn, intentsOf } from '../baseline/intents.ts';
import { labelsTask } from './labels.ts';

/** Why the customer calls, and what they threaten with or are threatened by. */
export const intents = labelsTask({
  id: 'intents',
  field: 'intent',
  side: 'customer',
  most: 4,
  ask: { en: 'What does the customer want or say?', ar: 'ماذا يريد العميل أو ماذا يقول؟' },
  labels: ({ taxonomy }) => taxonomy.intents,
  found: (heard, labels) => intentsIn(labels)(heard),
  baseline: intentsOf,
});
