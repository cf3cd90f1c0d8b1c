import type { Analyser } from '../analyser.ts';
import type { AnalysisEngine, TaskAnswers } from '../analysis.ts';
import { AnalysisFailed } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';
import { shortHash } from '../short-hash.ts';
import { forEachTask, TASKS, type TaskId } from '../tasks/index.ts';
import type { Shown } from '../tasks/shown.ts';
import type { Task } from '../tasks/task.ts';
import { isUnavailable, NO_WORDS, NOT_ASKED } from '../tasks/unavailable.ts';
import type { Transcript } from '../transcript.ts';
import type { LanguageModel } from './language-model.ts';
import { linesOf } from './lines.ts';
import type { Questions } from './prompt.ts';
import { promptRevisionOf, tasksOfModels } from './prompt-revision.ts';
import { readAll, type Read } from './read.ts';
import { retell, type Teller } from './retell.ts';

const NAME = 'jais';

/**
 * Asks a language model about a call in windows that its context holds: one prefix a window, which
 * the endpoint reads once for all questions. What windows say is then put together, task by task.
 */
export function languageModelAnalyser(model: LanguageModel, settings: Settings): Analyser {
  const promptRevision = promptRevisionOf(settings);
  return {
    name: NAME,
    revision: shortHash([promptRevision, settings, model.identity]),
    async analyse(transcript) {
      const { language } = transcript;
      const lines = linesOf(transcript, language);
      const engine = { name: NAME, model: null, modelSha256: null, promptRevision };
      if (lines.length === 0) {
        return { ...frameOf(transcript, engine), ...(await answersWith(settings, () => NO_WORDS)) };
      }
      const questions = (shown: Shown): Questions => questionsOf(settings, shown);
      const read = await readAll(model, { language, fence: 'transcript', lines, questions });
      const answers = await answersIn(read, { model, language, settings });
      return { ...frameOf(transcript, { ...engine, ...modelIn(read) }), ...answers };
    },
  };
}

/** Every task's questions together: no two tasks have a name in common. */
const questionsOf = (settings: Settings, shown: Shown): Questions =>
  Object.assign({}, ...Object.values(forEachTask((task) => task.questions(settings, shown))));

/** @throws AnalysisFailed when the model answered nothing that was asked */
async function answersIn(read: readonly Read[], teller: Teller): Promise<TaskAnswers> {
  const { settings } = teller;
  const all = await answersWith(settings, async (task) => {
    const parts = read.map(({ shown, answers }) => ({
      shown,
      value: task.read(answers, shown, settings),
    }));
    return task.retelling !== undefined && parts.length > 1
      ? retell(task, task.retelling, parts, teller)
      : task.combine(parts, settings);
  });
  const asked = Object.values(all).filter((one) => one !== NOT_ASKED);
  const reasons = asked.flatMap((one) => (isUnavailable(one) ? [one.unavailable] : []));
  if (reasons.length === asked.length) throw new AnalysisFailed(reasons.join(', '));
  return all;
}

/** An answer for each task, of those that no model is asked about that it was not. */
async function answersWith(
  settings: Settings,
  answer: (task: Task<unknown>) => unknown,
): Promise<TaskAnswers> {
  const ofModels = tasksOfModels(settings);
  const answers: Partial<Record<TaskId, unknown>> = {};
  for (const [id, task] of Object.entries(TASKS) as [TaskId, Task<unknown>][]) {
    answers[id] = ofModels.has(id) ? await answer(task) : NOT_ASKED;
  }
  return answers as TaskAnswers;
}

/** The model that answered, the last one where a deployment came between. */
function modelIn(read: readonly Read[]): Pick<AnalysisEngine, 'model' | 'modelSha256'> {
  const model = read.findLast((one) => one.model !== null)?.model;
  return { model: model?.name ?? null, modelSha256: model?.sha256 ?? null };
}

const frameOf = (
  { callId, revision, language, talkMetrics }: Transcript,
  engine: AnalysisEngine,
) => ({ schemaVersion: 1 as const, callId, revision, engine, language, talkMetrics });
