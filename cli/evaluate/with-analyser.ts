import type { Analyser } from '../../core/analyser.ts';
import { selectAnalyser } from '../../core/analysers.ts';
import type { Settings } from '../../core/settings/index.ts';
import { wakefulClock } from '../../local/clock.ts';
import { startLanguageModel } from '../../local/served-language-model.ts';
import { chooseLanguageModel } from '../choose-language-model.ts';

/**
 * Lends the analyser of a name; a language model runs for as long.
 * @throws EngineUnavailable
 */
export async function withAnalyser<T>(
  engine: string,
  settings: Settings,
  use: (analyser: Analyser) => Promise<T>,
): Promise<T> {
  const file = engine === 'jais' ? await chooseLanguageModel() : null;
  if (file === null) return use(selectAnalyser(engine, { settings }));
  const running = await startLanguageModel(file, wakefulClock);
  try {
    return await use(selectAnalyser(engine, { settings, model: () => running.model }));
  } finally {
    await running.stop();
  }
}
