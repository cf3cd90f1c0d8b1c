import type { Interval } from './intervals.ts';

/** What one side says until the other takes over, or until nobody speaks for long. */
export interface FloorRun extends Interval {
  /** 0 is the first side given, 1 the second. */
  readonly side: 0 | 1;
}

/** The floor goes from one side to the other. */
export interface FloorChange {
  /** Who takes it. */
  readonly to: 0 | 1;
  /** From the end of the one to the start of the other, in seconds; negative where both speak. */
  readonly gap: number;
}

/**
 * Who holds the floor when. Speech inside of what the other says takes nothing over.
 * @param sides the unions of what each side says
 * @param longestPause a side that is silent for as many seconds begins anew
 */
export function floorRuns(
  sides: readonly [readonly Interval[], readonly Interval[]],
  longestPause = Infinity,
): FloorRun[] {
  const runs: { side: 0 | 1; start: number; end: number }[] = [];
  for (const stretch of inOrder(sides)) {
    const last = runs.at(-1);
    if (last !== undefined && stretch.end <= last.end) continue;
    const goesOn = last?.side === stretch.side && stretch.start - last.end < longestPause;
    if (last !== undefined && goesOn) last.end = stretch.end;
    else runs.push({ ...stretch });
  }
  return runs;
}

/** Every change of sides between runs. */
export function floorChanges(runs: readonly FloorRun[]): FloorChange[] {
  return runs.flatMap(({ side, start }, at) => {
    const before = runs[at - 1];
    return before === undefined || before.side === side
      ? []
      : [{ to: side, gap: start - before.end }];
  });
}

function inOrder([one, other]: readonly [readonly Interval[], readonly Interval[]]): FloorRun[] {
  return [
    ...one.map((stretch) => runOf(0, stretch)),
    ...other.map((stretch) => runOf(1, stretch)),
  ].sort((a, b) => a.start - b.start);
}

const runOf = (side: 0 | 1, { start, end }: Interval): FloorRun => ({ side, start, end });
