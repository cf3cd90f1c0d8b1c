import type { Analyser } from './analyser.ts';
import { baselineAnalyser } from './baseline/analyser.ts';
import { besideCues } from './language-model-analyser/beside-cues.ts';
import { languageModelAnalyser } from './language-model-analyser/analyser.ts';
import type { LanguageModel } from './language-model-analyser/language-model.ts';
import type { Settings } from './settings/settings.ts';

/** An engine was asked for that does not exist, or not here; the message says which there are. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

/** What an analyser may need. */
export interface AnalyserOptions {
  readonly settings: Settings;
  /** Asked for only where the analyser needs one. */
  readonly model?: () => LanguageModel;
}

const ANALYSERS: Readonly<Record<string, (options: AnalyserOptions) => Analyser>> = {
  baseline: ({ settings }) => baselineAnalyser(settings),
  jais: ({ settings, model = noModelHere }) =>
    besideCues(languageModelAnalyser(model(), settings), settings),
};

/**
 * The analyser of a name: the one place where handlers and commands choose.
 * @throws EngineUnavailable naming what is allowed
 */
export function selectAnalyser(name: string, options: AnalyserOptions): Analyser {
  const make = Object.hasOwn(ANALYSERS, name) ? ANALYSERS[name] : undefined;
  if (make !== undefined) return make(options);
  const known = Object.keys(ANALYSERS).join(', ');
  throw new EngineUnavailable(`unknown analysis engine '${name}', expected one of: ${known}`);
}

function noModelHere(): never {
  throw new EngineUnavailable("engine 'jais': no language model here; baseline needs none");
}
