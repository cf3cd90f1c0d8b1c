import type { TalkMetrics } from '../transcript.ts';
import type { Interval } from './intervals.ts';
import { rounded } from './rounded.ts';

/**
 * Silence from here on counts as a hold: what Google's Conversational Insights counts as silence
 * (more than five seconds), and the lower end of what contact centres call dead air (5 to 10 s).
 */
export const HOLD_SECONDS = 5;

/**
 * Silences that are too long for a pause, between words: how long the phone rang, or how late it
 * was hung up, is nobody's hold.
 * @param speech the union of what everybody says
 */
export function holdLikeGaps(
  speech: readonly Interval[],
): NonNullable<TalkMetrics['holdLikeGaps']> {
  const gaps = speech
    .slice(1)
    .map(({ start }, before) => start - (speech[before]?.end ?? start))
    .filter((gap) => gap >= HOLD_SECONDS);
  return {
    count: gaps.length,
    totalSeconds: rounded(gaps.reduce((one, other) => one + other, 0)),
    longestSeconds: rounded(gaps.reduce((one, other) => Math.max(one, other), 0)),
  };
}
