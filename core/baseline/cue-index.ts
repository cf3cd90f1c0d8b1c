import { phrasesOf, type Cues } from '../settings/index.ts';
import { PhraseIndex } from '../text/phrases.ts';

/** Cues of both languages, each standing for the same. */
export const cueEntries = <Value>(cues: Cues, value: Value): (readonly [string, Value])[] =>
  phrasesOf(cues).map((phrase) => [phrase, value]);

/** What a phrase speaks for. */
export interface LabelCue {
  readonly id: string;
  readonly isStrong: boolean;
}

interface Cued {
  readonly id: string;
  readonly cues: Cues;
  readonly strongCues?: Cues | undefined;
}

/** The cues of several labels, to be found in one pass; of equal phrases the strong one counts. */
export const labelIndex = (labels: readonly Cued[]): PhraseIndex<LabelCue> =>
  new PhraseIndex([
    ...labels.flatMap(({ id, strongCues }) =>
      strongCues === undefined ? [] : cueEntries(strongCues, { id, isStrong: true }),
    ),
    ...labels.flatMap(({ id, cues }) => cueEntries(cues, { id, isStrong: false })),
  ]);

/** Points of a strong cue: two thirds sure. */
export const STRONG_POINTS = 4;

/**
 * How sure points of cues are, 0 to 1: two points, which is what one clear cue gives, are half sure,
 * and no number of them is quite sure.
 */
export const confidenceOf = (points: number): number =>
  Math.round((points / (points + 2)) * 100) / 100;
