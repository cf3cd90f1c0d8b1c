/** A stretch of time in seconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * Intervals as the fewest that cover the same time, in order.
 * @param bridge gaps up to this many seconds are closed
 */
export function union(intervals: readonly Interval[], bridge = 0): Interval[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of intervals.toSorted((one, other) => one.start - other.start)) {
    if (end <= start) continue;
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end + bridge) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** What two unions have in common. */
export function intersection(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const [a, b] = [one[left], other[right]];
    if (a === undefined || b === undefined) break;
    const shared = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
    if (shared.start < shared.end) common.push(shared);
    if (a.end < b.end) left++;
    else right++;
  }
  return common;
}

/** Seconds covered by a union. */
export function length(intervals: readonly Interval[]): number {
  return intervals.reduce((total, { start, end }) => total + end - start, 0);
}

/** The interval of a union that a moment lies in, by bisection. */
export function intervalAt(intervals: readonly Interval[], moment: number): Interval | null {
  let low = 0;
  let high = intervals.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const interval = intervals[middle];
    if (interval === undefined) return null;
    if (moment < interval.start) high = middle - 1;
    else if (moment >= interval.end) low = middle + 1;
    else return interval;
  }
  return null;
}
