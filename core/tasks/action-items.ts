import * as z from 'zod';
import { actionItemsOf } from '../baseline/action-items.ts';
import { writtenIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import { isGrounded } from './grounding.ts';
import { usable } from './parts.ts';
import type { Writing } from './question.ts';
import { citedTurn, saidIn, type Shown } from './shown.ts';
import type { Task } from './task.ts';
import { isUnavailable, NOT_ASKED, UNSUPPORTED } from './unavailable.ts';
import { flawOf } from './written-text.ts';

export const Who = z.enum(['agent', 'customer']);

export const ActionItem = z.object({
  /** Whose side has to act. */
  who: Who,
  text: z.string(),
  /** When, in the words of the call; null where it was not said. */
  due: z.string().nullable(),
  source: z.enum(['model', 'cues']),
  evidence: Evidence.min(1),
});
export type ActionItem = z.infer<typeof ActionItem>;

const MOST_ITEMS = 4;

const written = (shown: Shown) =>
  z
    .array(
      z.object({
        who: Who,
        text: z.string().max(100),
        due: z.string().max(40),
        turn: citedTurn(shown),
      }),
    )
    .max(MOST_ITEMS);

const QUESTION: Writing<z.infer<ReturnType<typeof written>>> = {
  question: {
    en: 'What is left to do after the call? Answer as a JSON list of up to four, empty if nothing is: "who" has to act (agent or customer), "text" (what, in a few words), "due" (when, as it was said, or empty) and "turn", the number of the line that shows it.',
    ar: 'ما الذي بقي فعله بعد المكالمة؟ أجب بقائمة JSON من أربعة على الأكثر، وفارغة إن لم يبق شيء: "who" من عليه الفعل (agent أو customer)، و"text" ما هو بكلمات قليلة، و"due" متى كما قيل أو فارغ، و"turn" رقم السطر الذي يثبته.',
  },
  schema: written,
  maxTokens: 200,
};

/** What somebody has to do after the call. */
export const actionItems: Task<ActionItem[]> = {
  result: z.array(ActionItem),
  side: () => 'both',
  questions: () => ({ actionItems: QUESTION }),
  /** An item whose numbers and names are not in the turn that it cites is none. */
  read(answers, shown) {
    const items = writtenIn(QUESTION, answers['actionItems'], shown);
    if (isUnavailable(items)) return items;
    const kept = items.filter(({ text, due, turn }) => {
      const said = saidIn(shown, [turn]);
      return flawOf(text, shown.language) === null && isGrounded(`${text}. ${due}`, said);
    });
    if (kept.length === 0 && items.length > 0) return UNSUPPORTED;
    return kept.map(({ who, text, due, turn }) => ({
      who,
      text: text.trim(),
      due: due.trim() === '' ? null : due.trim(),
      source: 'model',
      evidence: [turn],
    }));
  },
  combine(parts) {
    const valued = usable(parts);
    return isUnavailable(valued) ? valued : distinct(valued.flatMap(({ value }) => value));
  },
  baseline: (heard) => actionItemsOf(heard),
  /** An engine that is not asked for them has what was heard. */
  complete: (value, heard) =>
    isUnavailable(value) && value.unavailable === NOT_ASKED.unavailable
      ? actionItemsOf(heard)
      : value,
};

/** Windows overlap: what is told of one turn for one side is one item. */
function distinct(items: readonly ActionItem[]): ActionItem[] {
  const keyOf = ({ who, evidence }: ActionItem): string => `${who} ${evidence.join(' ')}`;
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
