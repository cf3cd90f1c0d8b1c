import type { Analyser } from '../../core/analyser.ts';
import { baselineAnalyser } from '../../core/baseline/analyser.ts';

const ANALYSERS: readonly Analyser[] = [baselineAnalyser];

/**
 * The analyser that this environment is set to.
 * @throws Error naming what is allowed
 */
export function selectAnalyser(name: string): Analyser {
  const analyser = ANALYSERS.find((one) => one.name === name);
  if (analyser !== undefined) return analyser;
  const allowed = ANALYSERS.map((one) => one.name).join(', ');
  throw new Error(`unknown analysis engine '${name}', expected one of: ${allowed}`);
}
