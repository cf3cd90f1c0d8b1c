import { basename } from 'node:path';
import type { LanguageModel } from '../../core/language-model-analyser/language-model.ts';
import { wakefulClock } from '../../local/clock.ts';
import { sha256Of } from '../../local/models/sha256.ts';
import { startLanguageModel } from '../../local/served-language-model.ts';

/** A language model that runs, and which one it is. */
export interface ServedModel {
  readonly model: LanguageModel;
  /** Of its file. */
  readonly name: string;
  readonly sha256: string;
}

/**
 * Lends a language model while its server runs; null where no file is given.
 * @throws LanguageModelUnreadable; LanguageModelRefused when the file is no model that runs
 */
export async function withServedModel<T>(
  file: string | null,
  use: (model: ServedModel | null) => Promise<T>,
): Promise<T> {
  if (file === null) return use(null);
  const running = await startLanguageModel({ file }, wakefulClock);
  try {
    return await use({
      model: running.model,
      name: basename(file),
      sha256: await sha256Of(file),
    });
  } finally {
    await running.stop();
  }
}
