import type { Analyser } from './analyser.ts';
import { baselineAnalyser } from './baseline/analyser.ts';

/** An engine was asked for that does not exist, or not here; the message says which there are. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

/** The language model's contract name: it exists where a model does. */
const LANGUAGE_MODEL = 'jais';

/**
 * The analyser of a name: the one place where handlers and commands choose.
 * @param others analysers that this process can reach beside the baseline, as a language model
 * @throws EngineUnavailable
 */
export function selectAnalyser(name: string, others: readonly Analyser[] = []): Analyser {
  const analysers = [baselineAnalyser, ...others];
  const analyser = analysers.find((one) => one.name === name);
  if (analyser !== undefined) return analyser;
  if (name === LANGUAGE_MODEL) {
    throw new EngineUnavailable(`engine '${name}': no language model here; baseline needs none`);
  }
  const known = analysers.map((one) => one.name).join(', ');
  throw new EngineUnavailable(`unknown analysis engine '${name}', expected one of: ${known}`);
}
