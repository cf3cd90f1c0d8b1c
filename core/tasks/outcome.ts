import * as z from 'zod';
import { outcomeOf } from '../baseline/outcome.ts';
import { choiceIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import type { Choice } from './question.ts';
import type { Task } from './task.ts';
import { isUnavailable, NO_WORDS } from './unavailable.ts';

export const OutcomeLabel = z.enum(['resolved', 'follow_up_needed', 'unknown']);
export type OutcomeLabel = z.infer<typeof OutcomeLabel>;

export const Outcome = z.object({ label: OutcomeLabel, evidence: Evidence });
export type Outcome = z.infer<typeof Outcome>;

const QUESTION: Choice<OutcomeLabel> = {
  question: {
    en: "Was the customer's request settled by the end of the call?",
    ar: 'هل تم حل طلب العميل مع نهاية المكالمة؟',
  },
  options: [
    {
      label: 'resolved',
      answer: { en: 'resolved', ar: 'تم الحل' },
      meaning: {
        en: 'done within the call; nobody has to do anything more',
        ar: 'انتهى الطلب خلال المكالمة ولا يلزم أي شيء بعدها',
      },
    },
    {
      label: 'follow_up_needed',
      answer: { en: 'follow-up', ar: 'متابعة' },
      meaning: {
        en: 'somebody still has to do, send, check or call back',
        ar: 'على أحد أن ينفذ أو يرسل أو يتحقق أو يعاود الاتصال',
      },
    },
    {
      label: 'unknown',
      answer: { en: 'unclear', ar: 'غير واضح' },
      meaning: { en: 'the call does not show it', ar: 'المكالمة لا تبين ذلك' },
    },
  ],
};

/** How the call ended. */
export const outcome: Task<Outcome> = {
  result: Outcome,
  side: (settings) => settings.outcome.side,
  questions: () => ({ outcome: QUESTION }),
  read(answers, shown) {
    const choice = choiceIn(QUESTION, answers['outcome'], shown);
    return isUnavailable(choice) ? choice : { label: choice.label, evidence: [] };
  },
  /** The end of a call tells how it ended. */
  combine: (parts) => parts.at(-1)?.value ?? NO_WORDS,
  baseline: ({ utterances }) => outcomeOf(utterances),
};
