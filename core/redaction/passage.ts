import { fold, type Folded } from '../text/fold.ts';
import { tokensOf, type Token } from '../text/tokens.ts';
import { digitRuns, type DigitRun } from './digit-runs.ts';

/** A text as detectors read it: folded, in tokens, its runs of digits found once for all. */
export interface Passage {
  readonly folded: Folded;
  readonly tokens: readonly Token[];
  readonly runs: readonly DigitRun[];
  /** Whether capitals can be trusted to mark names: recognisers without punctuation write none. */
  readonly cased: boolean;
}

const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;
const TAG = /\[[A-Z_]+\]/g;

export function passageOf(text: string): Passage {
  const folded = fold(text);
  const tokens = tokensOf(folded);
  const letters = text.replaceAll(TAG, '');
  const cased = CAPITAL.test(letters) && SMALL.test(letters);
  return { folded, tokens, runs: digitRuns(folded.text, tokens), cased };
}

/** Whether a token begins with a capital in the text that it came from. */
export function isCapitalised({ folded }: Passage, token: Token): boolean {
  return CAPITAL.test(folded.source.charAt(folded.origins[token.start] ?? 0));
}

/** "RAM", "IBAN": all capitals in a text that has small letters too. */
export function isAcronym({ folded, cased }: Passage, { start, end }: Token): boolean {
  const written = folded.source.slice(folded.origins[start], folded.origins[end]);
  return cased && /^[A-Z]{2,}\s*$/.test(written);
}

/** What stands between two tokens: spaces, punctuation or nothing. */
export function between({ folded }: Passage, one: Token, next: Token): string {
  return folded.text.slice(one.end, next.start);
}

/** The place of the first token that ends behind an offset; the number of tokens if there is none. */
export function tokenAt({ tokens }: Passage, offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
