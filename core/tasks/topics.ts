import * as z from 'zod';
import { isUnavailable, type Topic, type Unavailable } from '../analysis.ts';
import { TOPICS } from '../baseline/topic-cues/taxonomy.ts';
import type { Answer } from '../language-model.ts';
import { INVALID_ANSWER, writtenIn, type Shown, type WritingTask } from './task.ts';

const written = (lastTurn: number) =>
  z.array(z.object({ topic: z.enum(TOPICS), turn: z.int().min(0).max(lastTurn) })).max(3);

const NAMES = TOPICS.join(', ');

export const topicsTask: WritingTask<z.infer<ReturnType<typeof written>>> = {
  name: 'topics',
  question: {
    en: `What is the call about? Choose up to three of: ${NAMES}. Answer as a JSON list, the main topic first, each with "topic" and "turn", the number of the line that shows it.`,
    ar: `ما موضوع المكالمة؟ اختر ثلاثة على الأكثر من: ${NAMES}. أجب بقائمة JSON تبدأ بالموضوع الرئيسي، ولكل موضوع "topic" و"turn" وهو رقم السطر الذي يثبته.`,
  },
  schema: written,
  maxTokens: 72,
};

/** A topic named twice is one, with the turns of both; one that shows no turn of the prompt is none. */
export function topicsFrom(answer: Answer | undefined, shown: Shown): Topic[] | Unavailable {
  const topics = writtenIn(topicsTask, answer, shown);
  if (isUnavailable(topics)) return topics;
  const seen = topics.filter(({ turn }) => shown.turns.has(turn));
  if (seen.length === 0 && topics.length > 0) return INVALID_ANSWER;
  return [...new Set(seen.map(({ topic }) => topic))].map((label) => ({
    label,
    evidence: [...new Set(seen.filter(({ topic }) => topic === label).map(({ turn }) => turn))],
  }));
}
