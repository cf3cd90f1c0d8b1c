import { lineQuestion } from '../line-question.ts';
import type { Choice, Option, Wording } from '../question.ts';
import type { Shown } from '../shown.ts';
import type { SentimentLabel } from './result.ts';
import { customerTurns, QUARTERS, quarterOf } from './quarters.ts';

const OPTIONS: readonly Option<SentimentLabel>[] = [
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
];

export type Mood = Choice<SentimentLabel>;
const moodOf = (question: Wording): Mood => ({ question, options: OPTIONS });

export const CUSTOMER = moodOf({
  en: 'How does the customer feel about the service over the whole call?',
  ar: 'كيف كان شعور العميل تجاه الخدمة خلال المكالمة كلها؟',
});
export const AGENT = moodOf({
  en: 'How does the agent sound over the whole call?',
  ar: 'كيف يبدو الموظف خلال المكالمة كلها؟',
});

const between = (first: number, last: number): Mood =>
  moodOf({
    en: `How does the customer feel in lines ${first} to ${last}?`,
    ar: `كيف كان شعور العميل في السطور من ${first} إلى ${last}؟`,
  });

export const TURN = lineQuestion({
  en: 'Which line of the customer shows best how the customer feels?',
  ar: 'أي سطر من كلام العميل يبين شعوره أكثر من غيره؟',
});

export const TURN_BRANCH = 'sentiment-turn';
export const AGENT_BRANCH = 'sentiment-agent';
export const quarterBranch = (quarter: number): string => `sentiment-quarter-${quarter + 1}`;

/** Of each quarter in which a window shows words of the customer, how they sound. */
export function quarterQuestions(shown: Shown): Readonly<Record<string, Mood>> {
  const turns = customerTurns(shown);
  return Object.fromEntries(
    QUARTERS.flatMap((quarter) => {
      const lines = turns.filter(([, turn]) => quarterOf(turn) === quarter).map(([line]) => line);
      const [first] = lines;
      return first === undefined
        ? []
        : [[quarterBranch(quarter), between(first, lines.at(-1) ?? first)]];
    }),
  );
}
