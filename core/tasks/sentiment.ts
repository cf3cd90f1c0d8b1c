import {
  isUnavailable,
  type Sentiment,
  type SentimentLabel,
  type Unavailable,
} from '../analysis.ts';
import type { Answer } from '../language-model.ts';
import { choiceIn, type ChoiceTask, type Shown } from './task.ts';

export const sentimentTask: ChoiceTask<SentimentLabel> = {
  name: 'sentiment',
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
export function sentimentFrom(answer: Answer | undefined, shown: Shown): Sentiment | Unavailable {
  const choice = choiceIn(sentimentTask, answer, shown);
  if (isUnavailable(choice)) return choice;
  return {
    ...choice,
    bySpeaker: { agent: null, customer: null },
    trend: [null, null, null, null],
    evidence: [],
  };
}
