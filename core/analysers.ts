import type { Analyser } from './analyser.ts';
import { baselineAnalyser } from './baseline/analyser.ts';
import { languageModelAnalyser } from './language-model-analyser/analyser.ts';
import type { LanguageModel } from './language-model-analyser/language-model.ts';

/** An engine was asked for that does not exist, or not here; the message says which there are. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

const ANALYSERS: Readonly<Record<string, (model: () => LanguageModel) => Analyser>> = {
  baseline: () => baselineAnalyser,
  jais: (model) => languageModelAnalyser(model()),
};

/**
 * The analyser of a name: the one place where handlers and commands choose.
 * @param model asked for only where the analyser needs one
 * @throws EngineUnavailable naming what is allowed
 */
export function selectAnalyser(name: string, model: () => LanguageModel = noModelHere): Analyser {
  const make = Object.hasOwn(ANALYSERS, name) ? ANALYSERS[name] : undefined;
  if (make !== undefined) return make(model);
  const known = Object.keys(ANALYSERS).join(', ');
  throw new EngineUnavailable(`unknown analysis engine '${name}', expected one of: ${known}`);
}

function noModelHere(): never {
  throw new EngineUnavailable("engine 'jais': no language model here; baseline needs none");
}
