import { answerGaps, type AnswerGaps, type Gaps } from './clock-offset/answer-gaps.ts';
import { leastOverlap } from './clock-offset/least-overlap.ts';
import type { Interval } from './talk-metrics/intervals.ts';

/** Recorders that start the channels one by one do so within seconds; the known case is 2 s. */
const LONGEST_SECONDS = 4;
const FEWEST_CHANGES = 8;
/**
 * How much longer one side must wait than the other, beyond what so few gaps can tell (two standard
 * errors). Between people who answer at their own pace, medians differ by a second at most.
 */
const LEAST_DIFFERENCE_SECONDS = 2;

/**
 * The constant offset between the clocks of two channels, in seconds: what the times on the right
 * lack against the left. 0 without clear evidence, so on every honest call.
 *
 * People wait for each other: gaps between speakers have their peak at 0.2 s, and in no language
 * studied is their mean below 0 (Stivers et al. 2009; Heldner and Edlund 2010). A late clock takes
 * from the gaps before one side what it adds to those before the other. So one side would begin
 * half of what it says too early, the other would never answer soon, and a shift that makes both
 * wait alike would leave next to nobody talking over anybody: all three must hold.
 * @param left union of what is said on the left, @param right on the right
 */
export function clockOffset(left: readonly Interval[], right: readonly Interval[]): number {
  const range = leastOverlap(left, right, LONGEST_SECONDS);
  if (range === null) return 0;
  // The order of who speaks depends on the shift: once to find it, once to measure in it.
  const first = alike(answerGaps(left, right, (range.from + range.to) / 2));
  const gaps = answerGaps(left, right, first);
  const offset = alike(gaps);
  const isPossible =
    offset >= range.from && offset <= range.to && Math.abs(offset) <= LONGEST_SECONDS;
  return isPossible && isEvident(offset, gaps) ? offset : 0;
}

/** The shift of the right that makes both sides wait equally long for each other. */
function alike({ left, right }: AnswerGaps): number {
  return (left.median - right.median) / 2;
}

function isEvident(offset: number, { left, right }: AnswerGaps): boolean {
  const [early, late] = offset > 0 ? [right, left] : [left, right];
  const error = Math.hypot(standardError(early), standardError(late));
  return (
    early.count + late.count >= FEWEST_CHANGES &&
    early.median <= 0 &&
    late.lowerQuartile - early.median - 2 * error >= LEAST_DIFFERENCE_SECONDS
  );
}

/** Of a median of values spread as normal ones: 1.25 sigma / sqrt(n), sigma from the quartiles. */
function standardError({ count, lowerQuartile, upperQuartile }: Gaps): number {
  return count === 0
    ? Infinity
    : (1.25 * (upperQuartile - lowerQuartile)) / 1.35 / Math.sqrt(count);
}
