import type * as z from 'zod';
import type { Unavailable } from '../analysis.ts';
import type { Language } from '../call.ts';
import type { Answer } from '../language-model.ts';

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
export interface ChoiceTask<Label extends string = string> {
  readonly name: string;
  readonly question: Wording;
  readonly options: readonly Option<Label>[];
}

/** Asks for JSON; turns are named by their number, at most `lastTurn`. */
export interface WritingTask<Written = unknown> {
  readonly name: string;
  readonly question: Wording;
  /** Bounded in every text, list and number, so that its longest answer is known. */
  readonly schema: (lastTurn: number) => z.ZodType<Written>;
  /** Most tokens of an answer; the context is kept free for them. */
  readonly maxTokens: number;
}

export type Task = ChoiceTask | WritingTask;

/** What a prompt showed the model, as far as an answer may speak of it. */
export interface Shown {
  readonly language: Language;
  readonly turns: ReadonlySet<number>;
  /** The highest number that answers were allowed. */
  readonly lastTurn: number;
}

/** The model answered, but not what was asked. */
export const INVALID_ANSWER: Unavailable = { unavailable: 'INVALID_ANSWER' };

/** Of the options' labels, the one chosen and the share of each; unavailable when it is none. */
export function choiceIn<Label extends string>(
  { options }: ChoiceTask<Label>,
  answer: Answer | undefined,
  { language }: Shown,
): { label: Label; scores: Record<Label, number> } | Unavailable {
  if (answer === undefined || 'value' in answer) return INVALID_ANSWER;
  if ('error' in answer) return { unavailable: answer.error.code };
  const scored = options.map(
    (option) => [option, answer.probabilities[option.answer[language]]] as const,
  );
  const chosen = options.find((option) => option.answer[language] === answer.label);
  if (chosen === undefined || scored.some(([, score]) => score === undefined)) {
    return INVALID_ANSWER;
  }
  const scores = Object.fromEntries(scored.map(([{ label }, score]) => [label, score]));
  return { label: chosen.label, scores: scores as Record<Label, number> };
}

/** The JSON that was asked for; unavailable when it does not fit. */
export function writtenIn<Written>(
  { schema }: WritingTask<Written>,
  answer: Answer | undefined,
  { lastTurn }: Shown,
): Written | Unavailable {
  if (answer === undefined || 'label' in answer) return INVALID_ANSWER;
  if ('error' in answer) return { unavailable: answer.error.code };
  const parsed = schema(lastTurn).safeParse(answer.value);
  return parsed.success ? parsed.data : INVALID_ANSWER;
}
