import type { Speaker, Transcript, Turn } from '../transcript.ts';
import { wordsOf } from '../text/tokens.ts';

/** A turn that says something, read once for all tasks. */
export interface Utterance {
  readonly turn: Turn;
  /** Folded words, without tags and punctuation. */
  readonly words: readonly string[];
  /** Where in the call, 0 to 1, by order: pauses and music move no turn. */
  readonly position: number;
}

/** A call as all tasks of the baseline read it. */
export interface Heard {
  readonly transcript: Transcript;
  readonly utterances: readonly Utterance[];
}

export const hear = (transcript: Transcript): Heard => ({
  transcript,
  utterances: utterancesOf(transcript),
});

function utterancesOf({ turns }: Transcript): Utterance[] {
  const last = Math.max(1, turns.length - 1);
  return turns
    .map((turn, at) => ({ turn, words: wordsOf(turn.text), position: at / last }))
    .filter(({ words }) => words.length > 0);
}

/**
 * The turns whose speaker's view counts as the customer's: the customer's own, or all of them where
 * nobody's side is known, as in mono.
 */
export function customerSide(utterances: readonly Utterance[]): Utterance[] {
  const spoken = (speaker: Speaker): boolean =>
    utterances.some(({ turn }) => turn.speaker === speaker);
  if (!spoken('customer') && !spoken('agent')) return [...utterances];
  return utterances.filter(({ turn }) => turn.speaker !== 'agent');
}
