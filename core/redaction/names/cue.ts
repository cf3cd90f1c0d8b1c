import { PhraseIndex } from '../../text/phrases.ts';
import {
  ARABIC_ADDRESSES,
  NAME_FOLLOWS,
  NAME_MAY_FOLLOW,
  NAME_WITH_CAPITAL_FOLLOWS,
  ROLES,
  TITLES,
  WITH_YOU,
} from './cues.ts';

/** How sure a cue is that a name comes next. */
export type Cue = 'sure' | 'maybe' | 'title' | 'role' | 'with you' | 'capital' | 'address';

export const nameCues = new PhraseIndex<Cue>([
  ...NAME_FOLLOWS.map((phrase) => [phrase, 'sure'] as const),
  ...NAME_MAY_FOLLOW.map((phrase) => [phrase, 'maybe'] as const),
  ...NAME_WITH_CAPITAL_FOLLOWS.map((phrase) => [phrase, 'capital'] as const),
  ...TITLES.map((phrase) => [phrase, 'title'] as const),
  ...ROLES.map((phrase) => [phrase, 'role'] as const),
  ...[...WITH_YOU].map((word) => [word, 'with you'] as const),
  ...[...ARABIC_ADDRESSES].map((word) => [word, 'address'] as const),
]);

/** A cue in a passage: its first token, and the first behind it. */
export interface FoundCue {
  readonly kind: Cue;
  readonly at: number;
  readonly end: number;
}

/** A name that a cue may introduce: its first token, and the first behind it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
}
