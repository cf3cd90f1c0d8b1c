import * as z from 'zod';
import { sentimentOf } from '../baseline/sentiment.ts';
import { countWords } from '../text/tokens.ts';
import { choiceIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import type { Choice } from './question.ts';
import { usable } from './parts.ts';
import type { Shown } from './shown.ts';
import type { Task } from './task.ts';
import { isUnavailable } from './unavailable.ts';

export const SentimentLabel = z.enum(['positive', 'neutral', 'negative']);
export type SentimentLabel = z.infer<typeof SentimentLabel>;

export const Sentiment = z.object({
  label: SentimentLabel,
  /** One score a label, adding up to 1. */
  scores: z.record(SentimentLabel, z.number().min(0).max(1)),
  bySpeaker: z.object({ agent: SentimentLabel.nullable(), customer: SentimentLabel.nullable() }),
  /**
   * The customer's polarity in each quarter of the call, -1 to 1; null where nothing was said, or
   * where the engine does not tell, as with a speaker's label.
   */
  trend: z.array(z.number().min(-1).max(1).nullable()).length(4),
  evidence: Evidence,
});
export type Sentiment = z.infer<typeof Sentiment>;

const QUESTION: Choice<SentimentLabel> = {
  question: {
    en: 'How does the customer feel about the service over the whole call?',
    ar: 'كيف كان شعور العميل تجاه الخدمة خلال المكالمة كلها؟',
  },
  options: [
    {
      label: 'positive',
      answer: { en: 'positive', ar: 'إيجابي' },
      meaning: {
        en: 'pleased, relieved or thankful beyond politeness',
        ar: 'راضٍ أو مرتاح أو شاكر بأكثر من المجاملة',
      },
    },
    {
      label: 'neutral',
      answer: { en: 'neutral', ar: 'محايد' },
      meaning: { en: 'matter-of-fact, neither pleased nor upset', ar: 'عادي، لا راضٍ ولا منزعج' },
    },
    {
      label: 'negative',
      answer: { en: 'negative', ar: 'سلبي' },
      meaning: {
        en: 'upset, disappointed, worried or angry',
        ar: 'منزعج أو محبط أو قلق أو غاضب',
      },
    },
  ],
};

/** One label for the call; it is not asked yet how each side felt, or when. */
const NOT_TOLD: Pick<Sentiment, 'bySpeaker' | 'trend' | 'evidence'> = {
  bySpeaker: { agent: null, customer: null },
  trend: [null, null, null, null],
  evidence: [],
};

/** What the customer feels about the service. */
export const sentiment: Task<Sentiment> = {
  result: Sentiment,
  side: () => 'customer',
  questions: () => ({ sentiment: QUESTION }),
  read(answers, shown) {
    const choice = choiceIn(QUESTION, answers['sentiment'], shown);
    return isUnavailable(choice) ? choice : { ...choice, ...NOT_TOLD };
  },
  combine(parts) {
    const valued = usable(parts);
    if (isUnavailable(valued)) return valued;
    const scores = weightedScores(valued);
    return { label: likeliestOf(scores), scores, ...NOT_TOLD };
  },
  baseline: ({ utterances, transcript }) => sentimentOf(utterances, transcript),
};

/** Each window counts as much as the customer says in it. */
function weightedScores(parts: readonly { shown: Shown; value: Sentiment }[]): Sentiment['scores'] {
  const weights = parts.map(({ shown }) => 1 + customerWords(shown));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (label: SentimentLabel): number =>
    parts.reduce((sum, { value }, at) => sum + value.scores[label] * (weights[at] ?? 0), 0) / total;
  return { positive: share('positive'), neutral: share('neutral'), negative: share('negative') };
}

function customerWords({ turns }: Shown): number {
  const spoken = [...turns.values()].filter(({ speaker }) => speaker !== 'agent');
  return spoken.reduce((sum, { text }) => sum + countWords(text), 0);
}

const likeliestOf = (scores: Sentiment['scores']): SentimentLabel =>
  SentimentLabel.options.toSorted((one, other) => scores[other] - scores[one])[0] ?? 'neutral';
