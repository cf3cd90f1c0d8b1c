import * as z from 'zod';

/** A task that gave no answer says so and why; it never falls back to a label. */
export const Unavailable = z.object({ unavailable: z.string() });
export type Unavailable = z.infer<typeof Unavailable>;

/** Whether a task's answer is missing. */
export function isUnavailable(answer: unknown): answer is Unavailable {
  return typeof answer === 'object' && answer !== null && 'unavailable' in answer;
}

/** Nobody said a word. */
export const NO_WORDS: Unavailable = { unavailable: 'NO_WORDS' };
/** The side whose words the answer rests on said none. */
export const NO_CUSTOMER_WORDS: Unavailable = { unavailable: 'NO_CUSTOMER_WORDS' };
export const NO_AGENT_WORDS: Unavailable = { unavailable: 'NO_AGENT_WORDS' };
/** The engine does not do this task, or did not when the analysis was made. */
export const NOT_ASKED: Unavailable = { unavailable: 'NOT_ASKED' };
/** The model answered, but not what was asked. */
export const INVALID_ANSWER: Unavailable = { unavailable: 'INVALID_ANSWER' };
/** A text without a word in it. */
export const EMPTY_ANSWER: Unavailable = { unavailable: 'EMPTY_ANSWER' };
/** A text that says the same over and over. */
export const REPEATED_ANSWER: Unavailable = { unavailable: 'REPEATED_ANSWER' };
/** A text in another language than asked. */
export const WRONG_LANGUAGE: Unavailable = { unavailable: 'WRONG_LANGUAGE' };
/** The turns that the answer names were not shown, or do not say what it says of them. */
export const UNSUPPORTED: Unavailable = { unavailable: 'UNSUPPORTED' };

/** What a model said and cannot be used; any other reason is that it said nothing. */
export const UNUSABLE: readonly Unavailable[] = [
  INVALID_ANSWER,
  EMPTY_ANSWER,
  REPEATED_ANSWER,
  WRONG_LANGUAGE,
  UNSUPPORTED,
];
