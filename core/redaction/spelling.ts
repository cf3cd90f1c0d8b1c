import { wordSet } from '../text/words/list.ts';
import type { Detector } from './span.ts';

/** The alphabet that callers spell ids with (ITU and NATO). */
const PHONETIC = wordSet(`
  alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec
  romeo sierra tango uniform victor whiskey whisky xray yankee zulu
`);

/** The letter that a word of the telephone alphabet stands for. */
export function phoneticLetter(word: string): string | undefined {
  return PHONETIC.has(word) ? word.charAt(0) : undefined;
}

const LETTER = "[a-z] (?:for|as in|like|is for) [a-z'-]+";
const SPELT = new RegExp(
  `(?<![\\p{L}\\p{N}])${LETTER}(?:[ ,.-]{1,2}(?:and |then )?(?:${LETTER}|[a-z0-9](?![\\p{L}\\p{N}])))+`,
  'gu',
);

/** "B for Bravo, R as in Romeo, U": what is spelt so is somebody's name or id. */
export const spellings: Detector = ({ folded }) =>
  Array.from(folded.text.matchAll(SPELT), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'NAME',
  }));
