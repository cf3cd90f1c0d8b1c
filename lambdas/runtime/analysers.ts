import type { Analyser } from '../../core/analyser.ts';
import { baselineAnalyser } from '../../core/baseline/analyser.ts';
import { ENV } from '../../core/contract.ts';
import { languageModelAnalyser } from '../../core/language-model-analyser/analyser.ts';
import { required } from './environment.ts';
import { EndpointLanguageModel } from './language-model.ts';

const ANALYSERS: Readonly<Record<string, () => Analyser>> = {
  baseline: () => baselineAnalyser,
  jais: () =>
    languageModelAnalyser(
      new EndpointLanguageModel(required(ENV.modelEndpoint), required(ENV.modelComponent)),
    ),
};

/**
 * The analyser that this environment is set to.
 * @throws Error naming what is allowed, or the variable that is missing
 */
export function selectAnalyser(name: string): Analyser {
  const make = Object.hasOwn(ANALYSERS, name) ? ANALYSERS[name] : undefined;
  if (make !== undefined) return make();
  const allowed = Object.keys(ANALYSERS).join(', ');
  throw new Error(`unknown analysis engine '${name}', expected one of: ${allowed}`);
}
