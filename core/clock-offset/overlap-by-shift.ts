import type { Interval } from '../talk-metrics/intervals.ts';

/** The shifts that are looked at: from `-reach` to `reach`, `step` apart, in seconds. */
export interface Shifts {
  readonly reach: number;
  readonly step: number;
}

/**
 * For how many seconds both speak, for every shift of the right. Of two intervals that is a
 * trapezoid over the shift, so its bends are gathered and summed up twice: exact on the grid, and in
 * proportion to the pairs that come within reach of each other.
 * @param left union of what is said on the left, @param right on the right
 */
export function overlapByShift(
  left: readonly Interval[],
  right: readonly Interval[],
  { reach, step }: Shifts,
): Float64Array {
  const bends = new Float64Array(Math.round((2 * reach) / step) + 2);
  let [height, slope] = [0, 0];
  for (const [one, other] of pairsWithin(reach, left, right)) {
    bend(one.start - other.end, 1);
    bend(one.start - other.start, -1);
    bend(one.end - other.end, -1);
    bend(one.end - other.start, 1);
  }
  return summedUp();

  function bend(shift: number, change: number): void {
    const place = (shift + reach) / step;
    const below = Math.floor(place);
    if (place <= 0) {
      height -= place * step * change;
      slope += change;
    } else if (below < bends.length - 1) {
      bends[below] = (bends[below] as number) + change * (1 - place + below);
      bends[below + 1] = (bends[below + 1] as number) + change * (place - below);
    }
  }

  function summedUp(): Float64Array {
    const overlaps = new Float64Array(bends.length - 1);
    for (let at = 0; at < overlaps.length; at++) {
      overlaps[at] = height;
      slope += bends[at] as number;
      height += slope * step;
    }
    return overlaps;
  }
}

function* pairsWithin(
  reach: number,
  left: readonly Interval[],
  right: readonly Interval[],
): Generator<readonly [Interval, Interval]> {
  let first = 0;
  for (const one of left) {
    while ((right[first]?.end ?? Infinity) < one.start - reach) first++;
    for (let at = first; at < right.length; at++) {
      const other = right[at];
      if (other === undefined || other.start > one.end + reach) break;
      yield [one, other];
    }
  }
}
