import type { Answer } from '../language-model.ts';
import type { Choice, Writing } from './question.ts';
import type { Shown } from './shown.ts';
import { INVALID_ANSWER, type Unavailable } from './unavailable.ts';

/** Of the options' labels, the one chosen and the share of each; unavailable when it is none. */
export function choiceIn<Label extends string>(
  { options }: Choice<Label>,
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
  { schema }: Writing<Written>,
  answer: Answer | undefined,
  shown: Shown,
): Written | Unavailable {
  if (answer === undefined || 'label' in answer) return INVALID_ANSWER;
  if ('error' in answer) return { unavailable: answer.error.code };
  const parsed = schema(shown).safeParse(answer.value);
  return parsed.success ? parsed.data : INVALID_ANSWER;
}
