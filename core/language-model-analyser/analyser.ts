import type { Analyser } from '../analyser.ts';
import type { AnalysisEngine, TaskAnswers } from '../analysis.ts';
import { AnalysisFailed, PromptTooLong } from '../errors.ts';
import type { AnswerResponse } from '../language-model.ts';
import type { Settings } from '../settings/settings.ts';
import { forEachTask } from '../tasks/index.ts';
import type { Shown } from '../tasks/shown.ts';
import type { Task } from '../tasks/task.ts';
import { isUnavailable, NO_WORDS, NOT_ASKED } from '../tasks/unavailable.ts';
import type { Transcript } from '../transcript.ts';
import { countCall, questionAbout, type CountedCall, type QuestionAbout } from './counted-call.ts';
import type { LanguageModel } from './language-model.ts';
import { promptRevisionOf } from './prompt.ts';
import { linesOf } from './transcript-lines.ts';

const NAME = 'jais';

/**
 * Asks a language model everything in one request, whose prefix, the call, it reads once. A call
 * that does not fit its context is read at the beginning and the end, which the analysis states.
 */
export function languageModelAnalyser(model: LanguageModel, settings: Settings): Analyser {
  const promptRevision = promptRevisionOf(settings);
  return {
    name: NAME,
    async analyse(transcript) {
      const lines = linesOf(transcript, transcript.language);
      const engine = { name: NAME, model: null, modelSha256: null, promptRevision };
      if (lines.length === 0) {
        return { ...frameOf(transcript, engine), ...answersWith(settings, () => NO_WORDS) };
      }
      const call = await countCall(model, lines, transcript.language, settings);
      const { shown, response } = await ask(model, call);
      const { name, sha256 } = response.model;
      const read = shown.turns.size;
      const of = new Set(lines.map(({ turn }) => turn)).size;
      return {
        ...frameOf(transcript, { ...engine, model: name, modelSha256: sha256 }),
        ...answersIn(response, shown, settings),
        ...(read < of && { turnsRead: { read, of } }),
      };
    },
  };
}

/** Asks again, once, with as many tokens less as the endpoint says are too many. */
async function ask(
  model: LanguageModel,
  call: CountedCall,
): Promise<{ shown: Shown; response: AnswerResponse }> {
  const { shown, tokens, request } = questionWithin(call, call.budget);
  try {
    return { shown, response: await model.answer(request) };
  } catch (error) {
    if (!(error instanceof PromptTooLong)) throw error;
    const shorter = questionWithin(call, tokens - error.tokensOver);
    return { shown: shorter.shown, response: await model.answer(shorter.request) };
  }
}

/** @throws AnalysisFailed when not one line fits */
function questionWithin(call: CountedCall, budget: number): QuestionAbout {
  const question = questionAbout(call, budget);
  if (question.shown.turns.size > 0) return question;
  throw new AnalysisFailed(`the model's context leaves ${budget} tokens for the call`);
}

/** @throws AnalysisFailed when the model answered nothing that was asked */
function answersIn({ answers }: AnswerResponse, shown: Shown, settings: Settings): TaskAnswers {
  const asked = answersWith(settings, (task) =>
    task.combine([{ shown, value: task.read(answers, shown, settings) }], settings),
  );
  const all = Object.values(asked).filter((one) => one !== NOT_ASKED);
  const reasons = all.flatMap((one) => (isUnavailable(one) ? [one.unavailable] : []));
  if (reasons.length === all.length) throw new AnalysisFailed(reasons.join(', '));
  return asked;
}

/** An answer for each task that models are asked about. */
const answersWith = (settings: Settings, answer: (task: Task<unknown>) => unknown): TaskAnswers =>
  forEachTask((task) =>
    Object.keys(task.questions(settings)).length === 0 ? NOT_ASKED : answer(task),
  ) as TaskAnswers;

const frameOf = (
  { callId, revision, language, talkMetrics }: Transcript,
  engine: AnalysisEngine,
) => ({ schemaVersion: 1 as const, callId, revision, engine, language, talkMetrics });
