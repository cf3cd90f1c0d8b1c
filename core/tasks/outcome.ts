import { isUnavailable, type Outcome, type OutcomeLabel, type Unavailable } from '../analysis.ts';
import type { Answer } from '../language-model.ts';
import { choiceIn, type ChoiceTask, type Shown } from './task.ts';

export const outcomeTask: ChoiceTask<OutcomeLabel> = {
  name: 'outcome',
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

export function outcomeFrom(answer: Answer | undefined, shown: Shown): Outcome | Unavailable {
  const choice = choiceIn(outcomeTask, answer, shown);
  return isUnavailable(choice) ? choice : { label: choice.label, evidence: [] };
}
