import type { Analyser } from '../analyser.ts';
import {
  isUnavailable,
  type Analysis,
  type AnalysisEngine,
  type Unavailable,
} from '../analysis.ts';
import { AnalysisFailed, PromptTooLong } from '../errors.ts';
import type { AnswerResponse } from '../language-model.ts';
import { outcomeFrom } from '../tasks/outcome.ts';
import { sentimentFrom } from '../tasks/sentiment.ts';
import { summaryFrom } from '../tasks/summary.ts';
import type { Shown } from '../tasks/task.ts';
import { topicsFrom } from '../tasks/topics.ts';
import type { Transcript } from '../transcript.ts';
import { countCall, questionAbout, type CountedCall, type Question } from './counted-call.ts';
import type { LanguageModel } from './language-model.ts';
import { PROMPT_REVISION } from './prompt.ts';
import { linesOf } from './transcript-lines.ts';

const NAME = 'jais';

/** What no task of a model answers. */
const NOT_ASKED: Unavailable = { unavailable: 'NOT_ASKED' };
const NO_WORDS: Unavailable = { unavailable: 'NO_WORDS' };

/**
 * Asks a language model everything in one request, whose prefix, the call, it reads once. A call
 * that does not fit its context is read at the beginning and the end, which the analysis states.
 */
export const languageModelAnalyser = (model: LanguageModel): Analyser => ({
  name: NAME,
  async analyse(transcript) {
    const lines = linesOf(transcript, transcript.language);
    if (lines.length === 0) return analysisWithoutWords(transcript);
    const call = await countCall(model, lines, transcript.language);
    const { shown, response } = await ask(model, call);
    const read = shown.turns.size;
    const of = new Set(lines.map(({ turn }) => turn)).size;
    return {
      ...frameOf(transcript, { model: response.model.name, modelSha256: response.model.sha256 }),
      ...answersIn(response, shown),
      ...(read < of && { turnsRead: { read, of } }),
    };
  },
});

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
function questionWithin(call: CountedCall, budget: number): Question {
  const question = questionAbout(call, budget);
  if (question.shown.turns.size > 0) return question;
  throw new AnalysisFailed(`the model's context leaves ${budget} tokens for the call`);
}

/** @throws AnalysisFailed when the model answered nothing that was asked */
function answersIn({ answers }: AnswerResponse, shown: Shown) {
  const answered = {
    sentiment: sentimentFrom(answers['sentiment'], shown),
    outcome: outcomeFrom(answers['outcome'], shown),
    summary: summaryFrom(answers['summary'], shown),
    topics: topicsFrom(answers['topics'], shown),
  };
  const all = Object.values(answered);
  const reasons = all.flatMap((one) => (isUnavailable(one) ? [one.unavailable] : []));
  if (reasons.length === all.length) throw new AnalysisFailed(reasons.join(', '));
  return answered;
}

function analysisWithoutWords(transcript: Transcript): Analysis {
  const nothing = { sentiment: NO_WORDS, outcome: NO_WORDS, summary: NO_WORDS, topics: NO_WORDS };
  return { ...frameOf(transcript, { model: null, modelSha256: null }), ...nothing };
}

function frameOf(
  { callId, revision, language, talkMetrics }: Transcript,
  model: Pick<AnalysisEngine, 'model' | 'modelSha256'>,
) {
  return {
    schemaVersion: 1 as const,
    callId,
    revision,
    engine: { name: NAME, ...model, promptRevision: PROMPT_REVISION },
    language,
    keywords: NOT_ASKED,
    talkMetrics,
  };
}
