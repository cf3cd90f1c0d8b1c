import type { Token } from '../text/tokens.ts';
import { spokenRuns } from './spoken-digits.ts';
import { writtenRuns } from './written-digits.ts';

/** Digits that belong together, however they were written or said. */
export interface DigitRun {
  readonly start: number;
  readonly end: number;
  /** The digits alone, "double two" already as "22". */
  readonly digits: string;
  /** Digits as they were grouped: "0147 22" has two groups. Said digits are one group. */
  readonly groups: readonly DigitGroup[];
  readonly international: boolean;
}

export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** All runs of a text that may be a number of somebody's; prices, dates and counts are left out. */
export function digitRuns(text: string, tokens: readonly Token[]): DigitRun[] {
  return [...writtenRuns(text), ...spokenRuns(text, tokens)];
}
