import type { AnswerRequestInput, AnswerResponse } from '../language-model.ts';

/** A language model that can be asked, wherever it runs. */
export interface LanguageModel {
  /** Tokens of each text by itself, in the tokenizer of the model that will answer. */
  count(texts: readonly string[]): Promise<{ counts: number[]; contextTokens: number }>;
  /** @throws PromptTooLong */
  answer(request: AnswerRequestInput): Promise<AnswerResponse>;
}
