import type { LlamaContextSequence, LlamaGrammarEvaluationState, Token } from 'node-llama-cpp';
import { evaluateSlice, SLICE } from '../model/prefill.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import { logProbabilities, type LogProbabilities } from './log-probabilities.ts';

/** A token whose successors are asked for, by its place among tokens that are evaluated. */
export interface Question {
  at: number;
  candidates: readonly Token[];
}

export interface TokenSampling {
  temperature: number;
  seed: number;
  grammarEvaluationState: LlamaGrammarEvaluationState;
}

/**
 * The place in a sequence from which one branch goes on. Tokens that are certain wait here until a
 * question needs them evaluated, so that a run of them costs one evaluation.
 */
export class Cursor {
  readonly #sequence: LlamaContextSequence;
  readonly #tokenizer: Tokenizer;
  readonly #signal: AbortSignal;
  #pending: Token[] = [];
  #written = 0;

  constructor(sequence: LlamaContextSequence, tokenizer: Tokenizer, signal: AbortSignal) {
    this.#sequence = sequence;
    this.#tokenizer = tokenizer;
    this.#signal = signal;
  }

  /** Tokens of the answer so far. */
  get written(): number {
    return this.#written;
  }

  /** Goes over tokens that were given, such as a question's. */
  read(tokens: readonly Token[]): void {
    this.#pending.push(...tokens);
  }

  /** Writes tokens that are certain. */
  write(tokens: readonly Token[]): void {
    this.read(tokens);
    this.#written += tokens.length;
  }

  writeText(text: string): void {
    this.write(this.#tokenizer.tokensOf(text));
  }

  /** How likely each candidate is to come next. */
  async next(candidates: readonly Token[]): Promise<LogProbabilities> {
    if (this.#pending.length === 0) await this.#takeBack();
    const [answer] = await this.ask([{ at: this.#pending.length - 1, candidates }]);
    if (answer === undefined) throw new Error('no answer to a question');
    return answer;
  }

  /** Evaluates what is pending and answers questions about tokens of it, in their order. */
  async ask(questions: readonly Question[]): Promise<LogProbabilities[]> {
    const first = Math.min(...questions.map(({ at }) => at));
    const skipped = await this.#shorten(first);
    const input = this.#pending.map((token, at) => {
      const question = questions.find((one) => one.at - skipped === at);
      return question === undefined ? token : withLogits(token, question.candidates);
    });
    this.#signal.throwIfAborted();
    this.#pending = [];
    const outputs = await this.#sequence.controlledEvaluate(input);
    return questions.map(({ at, candidates }) =>
      logProbabilities(outputs[at - skipped]?.next, candidates),
    );
  }

  /** Tokens as the model draws them; whoever reads stops when it has enough. */
  async *draw(sampling: TokenSampling): AsyncGenerator<Token, void, void> {
    if (this.#pending.length === 0) await this.#takeBack();
    await this.#shorten(this.#pending.length - 1);
    const tokens = this.#pending;
    this.#pending = [];
    for await (const token of this.#sequence.evaluate(tokens, sampling)) {
      // Drawn but not evaluated, until a successor is asked for.
      this.#pending = [token];
      this.#written += 1;
      yield token;
      this.#signal.throwIfAborted();
      this.#pending = [];
    }
  }

  /** Goes back to where the sequence held this many tokens. */
  async rewind(length: number): Promise<void> {
    this.#pending = [];
    const { nextTokenIndex: end, contextTokens } = this.#sequence;
    if (length >= end) return;
    await this.#sequence.adaptStateToTokens(contextTokens.slice(0, length), false);
  }

  /** Tokens that the sequence holds, those that wait not counted. */
  get position(): number {
    return this.#sequence.nextTokenIndex;
  }

  /** Evaluates whole slices of what is pending, leaving the token at `keep` and what follows it. */
  async #shorten(keep: number): Promise<number> {
    let skipped = 0;
    while (keep - skipped >= SLICE) {
      await evaluateSlice(this.#sequence, this.#pending.splice(0, SLICE), this.#signal);
      skipped += SLICE;
    }
    return skipped;
  }

  /** Only a token that is evaluated anew tells what follows it. */
  async #takeBack(): Promise<void> {
    const last = this.#sequence.contextTokens.at(-1);
    if (last === undefined) throw new Error('nothing comes before the answer');
    await this.rewind(this.position - 1);
    this.#pending = [last];
  }
}

const withLogits = (token: Token, candidates: readonly Token[]) =>
  [
    token,
    {
      generateNext: {
        // The top logit is what `totalLogitWeight` is relative to; `includeMax` does not return it.
        logits: { filter: { tokens: [...candidates], includeTop: 1 } },
        totalLogitWeight: true,
      },
    },
  ] as [Token, { generateNext: object }];
