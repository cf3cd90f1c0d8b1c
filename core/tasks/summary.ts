import * as z from 'zod';
import { isUnavailable, type Summary, type Unavailable } from '../analysis.ts';
import type { Answer } from '../language-model.ts';
import { INVALID_ANSWER, writtenIn, type Shown, type WritingTask } from './task.ts';

const written = (lastTurn: number) =>
  z.object({
    text: z.string().max(300),
    points: z
      .array(z.object({ text: z.string().max(120), turn: z.int().min(0).max(lastTurn) }))
      .max(3),
  });

export const summaryTask: WritingTask<z.infer<ReturnType<typeof written>>> = {
  name: 'summary',
  question: {
    en: 'Summarise the call in English: in one or two sentences what the customer wanted and how it ended, then up to three points, each with the number of the line that shows it. Say only what was said. Answer as JSON with "text" and "points", each point with "text" and "turn".',
    ar: 'لخص المكالمة باللغة العربية: في جملة أو جملتين ماذا أراد العميل وكيف انتهت المكالمة، ثم ثلاث نقاط على الأكثر مع رقم السطر الذي يثبت كل نقطة. اذكر ما قيل فقط. أجب بصيغة JSON فيها "text" و"points"، ولكل نقطة "text" و"turn".',
  },
  schema: written,
  maxTokens: 224,
};

/** A point that shows no turn of the prompt is dropped; a summary without words is none. */
export function summaryFrom(answer: Answer | undefined, shown: Shown): Summary | Unavailable {
  const summary = writtenIn(summaryTask, answer, shown);
  if (isUnavailable(summary)) return summary;
  const text = summary.text.trim();
  if (text === '') return INVALID_ANSWER;
  const points = summary.points
    .map((point) => ({ text: point.text.trim(), evidence: [point.turn] }))
    .filter(
      ({ text: words, evidence }) => words !== '' && evidence.every((one) => shown.turns.has(one)),
    );
  return { text, language: shown.language, points };
}
