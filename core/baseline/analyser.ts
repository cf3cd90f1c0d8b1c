import type { Analyser } from '../analyser.ts';
import type { Analysis, TaskAnswers } from '../analysis.ts';
import type { Settings } from '../settings/settings.ts';
import { shortHash } from '../short-hash.ts';
import { forEachTask } from '../tasks/index.ts';
import type { Transcript } from '../transcript.ts';
import { hear } from './heard.ts';

const NAME = 'baseline';

/**
 * Lexicons, cue rules and extraction, in English and Arabic: what a model must beat, and what an
 * environment without one uses. How often they are right: docs/benchmarks/quality.md. They never pose
 * as a model.
 */
export const baselineAnalyser = (settings: Settings): Analyser => ({
  name: NAME,
  revision: shortHash(settings),
  analyse: (transcript) => Promise.resolve(analysisOf(transcript, settings)),
});

function analysisOf(transcript: Transcript, settings: Settings): Analysis {
  const heard = hear(transcript);
  return {
    schemaVersion: 1,
    callId: transcript.callId,
    revision: transcript.revision,
    engine: { name: NAME, model: null, modelSha256: null, promptRevision: null },
    language: transcript.language,
    ...(forEachTask((task) => task.baseline(heard, settings)) as TaskAnswers),
    talkMetrics: transcript.talkMetrics,
  };
}
