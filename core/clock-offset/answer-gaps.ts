import { quantile } from '../quantile.ts';
import { floorChanges, floorRuns } from '../talk-metrics/floor.ts';
import type { Interval } from '../talk-metrics/intervals.ts';

/** How long after the other's end a side begins, in seconds; negative is before. */
export interface Gaps {
  readonly count: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

export interface AnswerGaps {
  readonly left: Gaps;
  readonly right: Gaps;
}

/**
 * The gaps as the clocks have them, between speakers in the order that they have once the right is
 * shifted.
 */
export function answerGaps(
  left: readonly Interval[],
  right: readonly Interval[],
  shift: number,
): AnswerGaps {
  const shifted = right.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  const changes = floorChanges(floorRuns([left, shifted]));
  const before = (side: 0 | 1): number[] =>
    changes.filter(({ to }) => to === side).map(({ gap }) => gap);
  return {
    left: spread(before(0).map((gap) => gap + shift)),
    right: spread(before(1).map((gap) => gap - shift)),
  };
}

function spread(gaps: readonly number[]): Gaps {
  const sorted = Float64Array.from(gaps).sort();
  return {
    count: sorted.length,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
  };
}
