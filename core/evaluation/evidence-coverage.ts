import { isFunctionWord } from '../text/words/index.ts';
import { wordsOf } from '../text/tokens.ts';

/** A point of a summary, with the turns that it rests on. */
export interface CitedPoint {
  readonly text: string;
  readonly evidence: readonly number[];
}

export interface EvidenceCoverage {
  /** Words of all points that stand in the turns their point cites. */
  readonly covered: number;
  /** All words of points that carry meaning. */
  readonly words: number;
}

/** "Customer: ", as points name who said them. */
const SPEAKER = /^\p{L}+:\s/u;

/**
 * How much of what a summary says can be read in the turns that it cites. A point that cites no
 * turn, or one that is not there, covers nothing.
 */
export function evidenceCoverage(
  points: readonly CitedPoint[],
  turns: readonly string[],
): EvidenceCoverage {
  let [covered, words] = [0, 0];
  for (const { text, evidence } of points) {
    const cited = new Set(evidence.flatMap((turn) => wordsOf(turns[turn] ?? '')));
    const telling = wordsOf(text.replace(SPEAKER, '')).filter((word) => !isFunctionWord(word));
    words += telling.length;
    covered += telling.filter((word) => cited.has(word)).length;
  }
  return { covered, words };
}
