import * as z from 'zod';
import { Language } from './call.ts';
import { forEachTask, type TaskId, type ValueOf } from './tasks/index.ts';
import { NOT_ASKED, Unavailable } from './tasks/unavailable.ts';
import { TalkMetrics } from './transcript.ts';

export const AnalysisEngine = z.object({
  name: z.string(),
  model: z.string().nullable(),
  modelSha256: z.string().nullable(),
  promptRevision: z.string().nullable(),
});
export type AnalysisEngine = z.infer<typeof AnalysisEngine>;

/** Each task's value, or why there is none. */
export type TaskAnswers = { [Id in TaskId]: ValueOf<Id> | Unavailable };

/** An analysis that is older than a task was not asked for it. */
const tasks = forEachTask(({ result }) =>
  z.union([result, Unavailable]).default(NOT_ASKED),
) as unknown as { [Id in TaskId]: z.ZodDefault<z.ZodType<TaskAnswers[Id]>> };

/** What the transcript means; every answer points at the turns that show it. */
export const Analysis = z.object({
  schemaVersion: z.literal(1),
  callId: z.string(),
  revision: z.string(),
  engine: AnalysisEngine,
  language: Language,
  ...tasks,
  talkMetrics: TalkMetrics,
});
export type Analysis = z.infer<typeof Analysis>;
