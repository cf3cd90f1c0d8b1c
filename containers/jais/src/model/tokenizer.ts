import { type LlamaModel, LlamaVocabularyType, type Token } from 'node-llama-cpp';

/** Text to tokens and back. Data stays data: no text ever becomes a control token. */
export class Tokenizer {
  readonly #model: LlamaModel;
  /** What every prompt of this model begins with. */
  readonly start: readonly Token[];

  constructor(model: LlamaModel) {
    this.#model = model;
    const { bos, shouldPrependBosToken } = model.tokens;
    this.start = shouldPrependBosToken && bos !== null ? [bos] : [];
  }

  tokensOf(text: string): Token[] {
    // SentencePiece puts a space before every text, which a text in the middle must not have.
    const sentencePiece = this.#model.vocabularyType === LlamaVocabularyType.spm;
    return this.#model.tokenize(text, false, sentencePiece ? 'trimLeadingSpace' : undefined);
  }

  /** @param before tokens that come before these, on which a leading space may depend */
  textOf(tokens: readonly Token[], before: readonly Token[] = []): string {
    return this.#model.detokenize(tokens, false, before);
  }
}
