import type * as z from 'zod';
import type { Language } from '../call.ts';
import type { Shown } from './shown.ts';

/** A text in each language that calls are analysed in. */
export type Wording = Readonly<Record<Language, string>>;

/** An answer that a choice offers: the label that is stored, and how the model is told of it. */
export interface Option<Label extends string> {
  readonly label: Label;
  /** The word or two that the model answers with. */
  readonly answer: Wording;
  readonly meaning: Wording;
}

/** Asks for one of a few labels. */
export interface Choice<Label extends string = string> {
  readonly question: Wording;
  readonly options: readonly Option<Label>[];
}

/** Asks for JSON. */
export interface Writing<Written = unknown> {
  readonly question: Wording;
  /**
   * Bounded in every text, list and number, so that its longest answer is known. Turns are cited by
   * their number (`citedTurn`).
   */
  readonly schema: (shown: Shown) => z.ZodType<Written>;
  /** Most tokens of an answer; the context is kept free for them. */
  readonly maxTokens: number;
}

/** One branch of a request. */
export type Question = Choice | Writing;
