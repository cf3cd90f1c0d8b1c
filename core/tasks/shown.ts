import type { Language } from '../call.ts';
import type { Turn } from '../transcript.ts';

/** A turn as far as a prompt showed it: of a long one, the words that stood there. */
export type ShownTurn = Pick<Turn, 'speaker' | 'text'>;

/** What a prompt showed the model, as far as an answer may speak of it. */
export interface Shown {
  /** Of the prompt, and so of the words that choices are answered with. */
  readonly language: Language;
  /** By their index, in the order of the call. */
  readonly turns: ReadonlyMap<number, ShownTurn>;
  /** The highest number that answers were allowed. */
  readonly lastTurn: number;
}
