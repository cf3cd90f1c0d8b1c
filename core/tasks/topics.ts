import * as z from 'zod';
import { topicsOf } from '../baseline/topics.ts';
import type { Settings } from '../settings/settings.ts';
import { writtenIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import type { Writing } from './question.ts';
import { usable } from './parts.ts';
import type { Task } from './task.ts';
import { INVALID_ANSWER, isUnavailable } from './unavailable.ts';
import { united } from './united.ts';

export const Topic = z.object({ label: z.string(), evidence: Evidence.min(1) });
export type Topic = z.infer<typeof Topic>;

interface Written {
  topic: string;
  turn: number;
}

function questionOf({ taxonomy }: Settings): Writing<Written[]> {
  const labels = taxonomy.topics.map(({ label }) => label);
  const names = labels.join(', ');
  return {
    question: {
      en: `What is the call about? Choose up to three of: ${names}. Answer as a JSON list, the main topic first, each with "topic" and "turn", the number of the line that shows it.`,
      ar: `ما موضوع المكالمة؟ اختر ثلاثة على الأكثر من: ${names}. أجب بقائمة JSON تبدأ بالموضوع الرئيسي، ولكل موضوع "topic" و"turn" وهو رقم السطر الذي يثبته.`,
    },
    schema: (lastTurn, { firstTurn }) =>
      z
        .array(z.object({ topic: z.enum(labels), turn: z.int().min(firstTurn).max(lastTurn) }))
        .max(3),
    maxTokens: 72,
  };
}

/** What the call is about, the main topic first. */
export const topics: Task<Topic[]> = {
  result: z.array(Topic),
  side: () => 'both',
  questions: (settings) => ({ topics: questionOf(settings) }),
  /** A topic that shows no turn of the prompt is none. */
  read(answers, shown, settings) {
    const written = writtenIn(questionOf(settings), answers['topics'], shown);
    if (isUnavailable(written)) return written;
    const seen = written.filter(({ turn }) => shown.turns.has(turn));
    if (seen.length === 0 && written.length > 0) return INVALID_ANSWER;
    return united(seen.map(({ topic, turn }) => ({ label: topic, evidence: [turn] })));
  },
  combine(parts) {
    const valued = usable(parts);
    return isUnavailable(valued) ? valued : united(valued.flatMap(({ value }) => value));
  },
  baseline: ({ utterances }) => topicsOf(utterances),
};
