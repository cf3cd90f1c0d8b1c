import type { Analyser } from '../../core/analyser.ts';
import { baselineAnalyser } from '../../core/baseline/analyser.ts';
import { languageModelAnalyser } from '../../core/language-model-analyser/analyser.ts';
import type { LanguageModel } from '../../core/language-model-analyser/language-model.ts';

const ANALYSERS: Readonly<Record<string, (model: () => LanguageModel) => Analyser>> = {
  baseline: () => baselineAnalyser,
  jais: (model) => languageModelAnalyser(model()),
};

/**
 * The analyser that this environment is set to.
 * @param model asked for only where the analyser needs one
 * @throws Error naming what is allowed
 */
export function selectAnalyser(name: string, model: () => LanguageModel): Analyser {
  const make = Object.hasOwn(ANALYSERS, name) ? ANALYSERS[name] : undefined;
  if (make !== undefined) return make(model);
  const allowed = Object.keys(ANALYSERS).join(', ');
  throw new Error(`unknown analysis engine '${name}', expected one of: ${allowed}`);
}
