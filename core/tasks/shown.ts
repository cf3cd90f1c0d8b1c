import * as z from 'zod';
import type { Language } from '../call.ts';
import type { Turn } from '../transcript.ts';

/** A turn as far as a prompt showed it: of a long one, the words that stood there. */
export interface ShownTurn extends Pick<Turn, 'speaker' | 'text'> {
  /** Where in the call, 0 to 1. */
  readonly position: number;
}

/** What a prompt showed the model, as far as an answer may speak of it. */
export interface Shown {
  /** Of the prompt, and so of the words that choices are answered with. */
  readonly language: Language;
  /** By their index, in the order of the call. */
  readonly turns: ReadonlyMap<number, ShownTurn>;
}

/** A turn that an answer may cite: by its number, none before the first that is shown or after the last. */
export function citedTurn({ turns }: Shown): z.ZodInt {
  const indexes = [...turns.keys()];
  return z
    .int()
    .min(indexes[0] ?? 0)
    .max(indexes.at(-1) ?? 0);
}

/** What was said in the turns that an answer names, as far as they were shown. */
export const saidIn = ({ turns }: Shown, evidence: Iterable<number>): string[] =>
  [...evidence].flatMap((index) => turns.get(index)?.text ?? []);
