import type { Interval } from '../talk-metrics/intervals.ts';
import { overlapByShift } from './overlap-by-shift.ts';

/** Shifts of the right, in seconds. */
export interface ShiftRange {
  readonly from: number;
  readonly to: number;
}

const STEP_SECONDS = 0.01;
/** Shifts beyond the longest that are looked at, so that the longest is not the end of the range. */
const MARGIN_SECONDS = 1;
/** Overlap that must go away, in seconds and as a share of all. */
const LEAST_GONE_SECONDS = 0.6;
const LEAST_GONE_SHARE = 0.5;
/** Shifts are as good as the best when they bring back no more than this share of what went. */
const AS_GOOD_SHARE = 0.1;

/**
 * The shifts that leave the least overlap, where they take away most of what there is and lie in
 * one piece; else null. Calls of few words have several such pieces, which tell nothing.
 * @param longest to either side, in seconds
 */
export function leastOverlap(
  left: readonly Interval[],
  right: readonly Interval[],
  longest: number,
): ShiftRange | null {
  const reach = longest + MARGIN_SECONDS;
  const overlaps = overlapByShift(left, right, { reach, step: STEP_SECONDS });
  const unshifted = overlaps[(overlaps.length - 1) / 2] as number;
  const least = overlaps.reduce((one, other) => Math.min(one, other));
  const gone = unshifted - least;
  if (gone < Math.max(LEAST_GONE_SECONDS, unshifted * LEAST_GONE_SHARE)) return null;
  const isGood = (overlap: number): boolean => overlap <= least + gone * AS_GOOD_SHARE;
  const [first, last] = [overlaps.findIndex(isGood), overlaps.findLastIndex(isGood)];
  const isWhole =
    first > 0 && last < overlaps.length - 1 && overlaps.subarray(first, last).every(isGood);
  const shiftAt = (place: number): number => place * STEP_SECONDS - reach;
  return isWhole ? { from: shiftAt(first), to: shiftAt(last) } : null;
}
