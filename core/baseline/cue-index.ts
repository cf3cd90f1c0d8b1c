import { phrasesOf, type Cues } from '../settings/index.ts';
import { PhraseIndex } from '../text/phrases.ts';

/** Cues of both languages, each standing for the same. */
export const cueEntries = <Value>(cues: Cues, value: Value): (readonly [string, Value])[] =>
  phrasesOf(cues).map((phrase) => [phrase, value]);

export type Strength = 'strong' | 'plain' | 'weak';

/** What a phrase speaks for. */
export interface LabelCue {
  readonly id: string;
  readonly strength: Strength;
  /** Of a label that is given only where no other is. */
  readonly isFallback: boolean;
}

interface Cued {
  readonly id: string;
  readonly cues: Cues;
  readonly strongCues?: Cues | undefined;
  readonly weakCues?: Cues | undefined;
  readonly fallback?: boolean;
}

/** The cues of several labels, to be found in one pass; of equal phrases the strongest counts. */
export const labelIndex = (labels: readonly Cued[]): PhraseIndex<LabelCue> =>
  new PhraseIndex([
    ...labels.flatMap((label) => entriesOf(label, 'strong', label.strongCues)),
    ...labels.flatMap((label) => entriesOf(label, 'plain', label.cues)),
    ...labels.flatMap((label) => entriesOf(label, 'weak', label.weakCues)),
  ]);

const entriesOf = (
  { id, fallback: isFallback = false }: Cued,
  strength: Strength,
  cues: Cues = { en: [], ar: [] },
): (readonly [string, LabelCue])[] => cueEntries(cues, { id, strength, isFallback });

/** Points of a strong cue: two thirds sure. */
export const STRONG_POINTS = 4;
/** What a weak cue counts of a plain one. */
export const WEAK_SHARE = 0.25;

/**
 * How sure points of cues are, 0 to 1: two points, which is what one clear cue gives, are half sure,
 * and no number of them is quite sure.
 */
export const confidenceOf = (points: number): number =>
  Math.round((points / (points + 2)) * 100) / 100;
