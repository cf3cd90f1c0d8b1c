import * as z from 'zod';
import { outcomeOf } from '../baseline/outcome.ts';
import { choiceIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import type { Settings, Side } from '../settings/settings.ts';
import { citedIn, lineQuestion } from './line-question.ts';
import type { Choice, Wording } from './question.ts';
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

const TURN_BRANCH = 'outcome-turn';
const TURN = lineQuestion({
  en: 'Which line shows best how the call ended?',
  ar: 'أي سطر يبين أكثر من غيره كيف انتهت المكالمة؟',
});

/** Whose words decide, where it is not both sides'. */
const GO_BY: Readonly<Record<Side, Wording>> = {
  both: { en: '', ar: '' },
  customer: {
    en: ' Go by what the customer says alone.',
    ar: ' اعتمد على كلام العميل وحده.',
  },
  agent: { en: ' Go by what the agent says alone.', ar: ' اعتمد على كلام الموظف وحده.' },
};

function questionOf({ outcome }: Settings): Choice<OutcomeLabel> {
  const { en, ar } = QUESTION.question;
  const goBy = GO_BY[outcome.side];
  return { ...QUESTION, question: { en: en + goBy.en, ar: ar + goBy.ar } };
}

/** How the call ended. */
export const outcome: Task<Outcome> = {
  result: Outcome,
  side: (settings) => settings.outcome.side,
  questions: (settings) => ({ outcome: questionOf(settings), [TURN_BRANCH]: TURN }),
  read(answers, shown, settings) {
    const choice = choiceIn(QUESTION, answers['outcome'], shown);
    if (isUnavailable(choice)) return choice;
    const { label } = choice;
    if (label === 'unknown') return { label, evidence: [] };
    return { label, evidence: citedIn(TURN, answers[TURN_BRANCH], shown, settings.outcome.side) };
  },
  /** The end of a call tells how it ended: the last window that knows. */
  combine(parts) {
    const knows = parts.findLast(({ value }) => isUnavailable(value) || value.label !== 'unknown');
    return (knows ?? parts.at(-1))?.value ?? NO_WORDS;
  },
  baseline: ({ utterances }, settings) => outcomeOf(utterances, settings.outcome.side),
};
