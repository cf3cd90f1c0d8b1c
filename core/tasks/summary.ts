import * as z from 'zod';
import { outcomeOf } from '../baseline/outcome.ts';
import { summaryOf } from '../baseline/summary.ts';
import { Language } from '../call.ts';
import { writtenIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import type { Writing } from './question.ts';
import { usable } from './parts.ts';
import type { Task } from './task.ts';
import { INVALID_ANSWER, isUnavailable } from './unavailable.ts';

export const Summary = z.object({
  text: z.string(),
  language: Language,
  points: z.array(z.object({ text: z.string(), evidence: Evidence.min(1) })),
});
export type Summary = z.infer<typeof Summary>;

const written = (lastTurn: number) =>
  z.object({
    text: z.string().max(300),
    points: z
      .array(z.object({ text: z.string().max(120), turn: z.int().min(0).max(lastTurn) }))
      .max(3),
  });

const QUESTION: Writing<z.infer<ReturnType<typeof written>>> = {
  question: {
    en: 'Summarise the call in English: in one or two sentences what the customer wanted and how it ended, then up to three points, each with the number of the line that shows it. Say only what was said. Answer as JSON with "text" and "points", each point with "text" and "turn".',
    ar: 'لخص المكالمة باللغة العربية: في جملة أو جملتين ماذا أراد العميل وكيف انتهت المكالمة، ثم ثلاث نقاط على الأكثر مع رقم السطر الذي يثبت كل نقطة. اذكر ما قيل فقط. أجب بصيغة JSON فيها "text" و"points"، ولكل نقطة "text" و"turn".',
  },
  schema: written,
  maxTokens: 224,
};

/** What the customer wanted and how it ended, in points that turns show. */
export const summary: Task<Summary> = {
  result: Summary,
  side: () => 'both',
  questions: () => ({ summary: QUESTION }),
  /** A point that shows no turn of the prompt is dropped; a summary without words is none. */
  read(answers, shown) {
    const summary = writtenIn(QUESTION, answers['summary'], shown);
    if (isUnavailable(summary)) return summary;
    const text = summary.text.trim();
    if (text === '') return INVALID_ANSWER;
    const points = summary.points
      .map((point) => ({ text: point.text.trim(), evidence: [point.turn] }))
      .filter(
        ({ text: words, evidence }) =>
          words !== '' && evidence.every((one) => shown.turns.has(one)),
      );
    return { text, language: shown.language, points };
  },
  combine(parts) {
    const valued = usable(parts);
    if (isUnavailable(valued)) return valued;
    const values = valued.map(({ value }) => value);
    return {
      text: values.map(({ text }) => text).join('\n'),
      language: values[0]?.language ?? 'en',
      points: values.flatMap(({ points }) => points),
    };
  },
  baseline: ({ utterances, transcript }) =>
    summaryOf(utterances, transcript.language, outcomeOf(utterances)),
};
