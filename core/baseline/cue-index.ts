import { phrasesOf, type Cues } from '../settings/index.ts';
import { PhraseIndex } from '../text/phrases.ts';

/** Cues of both languages, each standing for the same. */
export const cueEntries = <Value>(cues: Cues, value: Value): (readonly [string, Value])[] =>
  phrasesOf(cues).map((phrase) => [phrase, value]);

/** The cues of several labels, to be found in one pass. */
export const labelIndex = (
  labels: readonly { readonly id: string; readonly cues: Cues }[],
): PhraseIndex<string> => new PhraseIndex(labels.flatMap(({ id, cues }) => cueEntries(cues, id)));

/**
 * How sure points of cues are, 0 to 1: two points, which is what one clear cue gives, are half sure,
 * and no number of them is quite sure.
 */
export const confidenceOf = (points: number): number =>
  Math.round((points / (points + 2)) * 100) / 100;
