import type { AnswerRequestInput, AnswerResponse } from '../language-model.ts';

/** A language model that can be asked, wherever it runs. */
export interface LanguageModel {
  /** Tells it from another without asking it: what stands behind it changes only with this. */
  readonly identity: string;
  /** Tokens of each text by itself, in the tokenizer of the model that will answer. */
  count(texts: readonly string[]): Promise<{ counts: number[]; contextTokens: number }>;
  /** @throws PromptTooLong, ModelBusy, ModelHasNoCapacity, ModelFailed, Malformed */
  answer(request: AnswerRequestInput): Promise<AnswerResponse>;
}
