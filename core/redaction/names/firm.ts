import { wordSet } from '../../text/words/list.ts';
import { MONTHS } from '../date-words.ts';
import { between, isCapitalised, type Passage } from '../passage.ts';
import { isNoName } from './not-names.ts';

/** They have their capital wherever they stand. */
const ALWAYS_CAPITAL = wordSet(
  "i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr",
);

/**
 * Whether the name from one token to another is part of what a firm or a product is called: a word
 * with a capital that is no name goes with it ("Mary's Kitchen", "Meridian Fibre").
 */
export function isThing(passage: Passage, from: number, to = from): boolean {
  const [last, next] = [passage.tokens[to], passage.tokens[to + 1]];
  if (!passage.cased || last === undefined || next === undefined) return false;
  if (!/^ (?:& )?$/.test(between(passage, last, next))) return false;
  return isCapitalised(passage, next) && isNoun(next.text);
}

const isNoun = (word: string): boolean =>
  isNoName(word) && !ALWAYS_CAPITAL.has(word) && !MONTHS.has(word);
