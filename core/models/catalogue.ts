import { LANGUAGE_MODELS } from './language.ts';
import type { Model } from './model.ts';
import { WHISPER_MODELS } from './whisper.ts';

/** Every model that Sada knows by name; of each kind the best first. */
export const MODELS: readonly Model[] = [...WHISPER_MODELS, ...LANGUAGE_MODELS];

/** The model of that name; a Whisper's engine name (`whisper-small`) will do too. */
export const modelNamed = (name: string, models: readonly Model[] = MODELS): Model | undefined => {
  const plain = name.replace(/^whisper-/, '');
  return models.find((model) => model.name === plain);
};
