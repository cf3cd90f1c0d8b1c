/** Firings of a recurrence that holidays take away. */
export interface Pause {
  /** The first that is skipped, and the one that is not skipped again. */
  from: number;
  until: number;
}

/**
 * @param firings of a regular week's recurrence, in order
 * @param isRight whether what it sets then holds
 */
export function pausesIn(firings: readonly number[], isRight: (at: number) => boolean): Pause[] {
  const skipped = new Set(firings.filter((at) => !isRight(at)));
  return firings.flatMap((from, index) => {
    const isFirst = skipped.has(from) && !skipped.has(firings[index - 1] ?? Number.NaN);
    const until = firings.find((at) => at > from && !skipped.has(at));
    return isFirst && until !== undefined ? [{ from, until }] : [];
  });
}
