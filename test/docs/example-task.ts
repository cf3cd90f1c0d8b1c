import * as z from 'zod';
import type { Heard } from '../../core/baseline/heard.ts';
import { PhraseIndex } from '../../core/text/phrases.ts';
import { choiceIn } from '../../core/tasks/answers.ts';
import { Evidence } from '../../core/tasks/evidence.ts';
import { usable } from '../../core/tasks/parts.ts';
import type { Choice } from '../../core/tasks/question.ts';
import type { Task } from '../../core/tasks/task.ts';
import { isUnavailable, NO_AGENT_WORDS, type Unavailable } from '../../core/tasks/unavailable.ts';

export const Callback = z.object({ promised: z.boolean(), evidence: Evidence });
export type Callback = z.infer<typeof Callback>;

const QUESTION: Choice<'promised' | 'not_promised'> = {
  question: {
    en: 'Did the agent promise to call the customer back?',
    ar: 'هل وعد الموظف بمعاودة الاتصال بالعميل؟',
  },
  options: [
    {
      label: 'promised',
      answer: { en: 'yes', ar: 'نعم' },
      meaning: { en: 'somebody will ring the customer', ar: 'سيتصل أحد بالعميل' },
    },
    {
      label: 'not_promised',
      answer: { en: 'no', ar: 'لا' },
      meaning: { en: 'nobody said so', ar: 'لم يقل أحد ذلك' },
    },
  ],
};

const CUES = ['call you back', 'will call you', 'راح نتصل', 'هنتصل', 'رح نتصل', 'سنتصل'];
const index = new PhraseIndex(CUES.map((cue) => [cue, true] as const));

/** Whether somebody is going to ring the customer. */
export const callback: Task<Callback> = {
  result: Callback,
  side: () => 'agent',
  questions: () => ({ callback: QUESTION }),
  read(answers, shown) {
    const choice = choiceIn(QUESTION, answers['callback'], shown);
    if (isUnavailable(choice)) return choice;
    return { promised: choice.label === 'promised', evidence: [] };
  },
  /** Promised in one part of a call is promised. */
  combine(parts) {
    const valued = usable(parts);
    if (isUnavailable(valued)) return valued;
    return { promised: valued.some(({ value }) => value.promised), evidence: [] };
  },
  baseline: (heard) => callbackOf(heard),
};

function callbackOf({ utterances }: Heard): Callback | Unavailable {
  const agent = utterances.filter(({ turn }) => turn.speaker !== 'customer');
  if (agent.length === 0) return NO_AGENT_WORDS;
  const shown = agent.filter(({ words }) => index.find(words).length > 0);
  return { promised: shown.length > 0, evidence: shown.map(({ turn }) => turn.index) };
}
