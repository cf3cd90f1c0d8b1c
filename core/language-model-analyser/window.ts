/** A line with what it costs. */
export interface Counted {
  readonly tokens: number;
}

/** The lines that a prompt shows: all of them, or the beginning and the end. */
export interface Window<Line> {
  readonly beginning: readonly Line[];
  /** Empty when nothing, or all but the beginning, is left out. */
  readonly end: readonly Line[];
}

/**
 * As many lines as the budget allows: what the caller wants is said at the beginning, how it turned
 * out at the end, so each gets half of what there is.
 * @param budget tokens
 */
export function windowOf<Line extends Counted>(
  lines: readonly Line[],
  budget: number,
): Window<Line> {
  if (tokensOf(lines) <= budget) return { beginning: lines, end: [] };
  const beginning = thatFit(lines, budget / 2);
  const rest = lines.slice(beginning.length).toReversed();
  const end = thatFit(rest, budget - tokensOf(beginning)).toReversed();
  return { beginning, end };
}

export const tokensOf = (lines: readonly Counted[]): number =>
  lines.reduce((sum, { tokens }) => sum + tokens, 0);

function thatFit<Line extends Counted>(lines: readonly Line[], budget: number): Line[] {
  let left = budget;
  const over = lines.findIndex(({ tokens }) => {
    left -= tokens;
    return left < 0;
  });
  return lines.slice(0, over < 0 ? lines.length : over);
}
