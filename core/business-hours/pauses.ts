import type { Span } from './spans.ts';

/** Openings of the regular week that holidays take away. */
export interface Pause {
  /** The first opening that is skipped, and the one that is not skipped again. */
  from: number;
  until: number;
}

/**
 * @param openings of the regular week, in order
 * @param warm when all is warm, holidays taken out
 */
export function pausesIn(openings: readonly number[], warm: readonly Span[]): Pause[] {
  const isWarm = (at: number): boolean => warm.some(({ from, to }) => from <= at && at < to);
  const skipped = new Set(openings.filter((at) => !isWarm(at)));
  return openings.flatMap((from, index) => {
    const isFirst = skipped.has(from) && !skipped.has(openings[index - 1] ?? Number.NaN);
    const until = openings.find((at) => at > from && !skipped.has(at));
    return isFirst && until !== undefined ? [{ from, until }] : [];
  });
}
