import type { AnswerResponse } from '../language-model.ts';
import { shortHash } from '../short-hash.ts';
import type { LanguageModel } from './language-model.ts';

/** Answers by a hash of their request, wherever they are kept. */
export interface AnswerMemory {
  find(request: string): Promise<AnswerResponse | undefined>;
  add(request: string, response: AnswerResponse): void;
}

/** A model that is not asked again what it has answered without an error. */
export const resumable = (model: LanguageModel, memory: AnswerMemory): LanguageModel => ({
  identity: model.identity,
  count: (texts) => model.count(texts),
  async answer(request) {
    const key = shortHash(request);
    const known = await memory.find(key);
    if (known !== undefined) return known;
    const response = await model.answer(request);
    const isWhole = Object.values(response.answers).every((answer) => !('error' in answer));
    if (isWhole) memory.add(key, response);
    return response;
  },
});
