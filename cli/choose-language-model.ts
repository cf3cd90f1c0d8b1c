import { modelsDirectory } from '../local/cache-directory.ts';
import { modelFileIn } from '../local/language-model.ts';
import type { ModelFile } from '../local/language-model-server.ts';
import { bestModel } from '../local/models/best.ts';
import { installedModels } from '../local/models/installed.ts';

/** The language model that the environment names, else the best one that is here, else none. */
export async function chooseLanguageModel(): Promise<ModelFile | null> {
  const named = modelFileIn(process.env);
  if (named !== null) return named;
  const best = bestModel(await installedModels(modelsDirectory()), 'language');
  return best && { file: best.path };
}
