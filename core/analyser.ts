import type { Analysis } from './analysis.ts';
import type { Transcript } from './transcript.ts';

/** What gives a transcript its meaning: the baseline, or a model behind an endpoint. */
export interface Analyser {
  /** Contract name of the engine, as keys, records and commands show it. */
  readonly name: string;
  /** Changes with all that makes it answer otherwise: settings, prompts, the model behind it. */
  readonly revision: string;
  /** Throws an error named ANALYSIS_FAILED when no analysis at all could be made. */
  analyse(transcript: Transcript): Promise<Analysis>;
}
