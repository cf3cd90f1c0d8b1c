import type { Analysis } from './analysis.ts';
import type { CallRecord } from './call.ts';
import { labelled, present } from './tasks/label.ts';
import { isUnavailable } from './tasks/unavailable.ts';
import type { Transcript } from './transcript.ts';

/** What a record says of an analysed call; an answer that is unavailable is left out. */
export function progressOf(transcript: Transcript, analysis: Analysis): Partial<CallRecord> {
  const { sentiment, outcome, summary, topics, intents, fraudRisk, routeTo, scorecard } = analysis;
  return {
    status: 'ANALYSED',
    durationSeconds: transcript.durationSeconds,
    channels: transcript.channels,
    language: transcript.language,
    transcriptionEngine: transcript.engine.name,
    analysisEngine: analysis.engine.name,
    ...(!isUnavailable(sentiment) && { sentiment: sentiment.label }),
    ...(!isUnavailable(outcome) && { outcome: outcome.label }),
    ...(!isUnavailable(summary) && { summary: summary.text }),
    ...(!isUnavailable(topics) && { topics: present(topics) }),
    ...(!isUnavailable(intents) && {
      intents: present(intents),
      possibleIntents: labelled(intents, 'possible'),
    }),
    ...(!isUnavailable(fraudRisk) && { fraudRisk: fraudRisk.level }),
    ...(!isUnavailable(routeTo) && { routeTo: routeTo.queue }),
    ...(!isUnavailable(scorecard) && {
      ...(scorecard.score !== null && { score: scorecard.score }),
      passed: scorecard.passed,
    }),
  };
}
