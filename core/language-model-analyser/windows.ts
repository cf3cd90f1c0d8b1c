/** A line of a turn, with what it costs. */
export interface Counted {
  readonly turn: number;
  readonly tokens: number;
}

/** Share of a window that the one before has shown too, so that no answer is cut from its question. */
const OVERLAP = 0.1;

/**
 * All lines, in windows of whole turns that share their edges. Windows are of about one size: a last
 * one of two goodbyes would not tell how a call ended. A turn beyond a window is cut between lines.
 * @param budget tokens that a window may have; no line has more
 */
export function windowsOf<Line extends Counted>(lines: readonly Line[], budget: number): Line[][] {
  const blocks = blocksOf(lines, budget);
  const target = targetOf(tokensOf(lines), budget);
  const windows: Line[][] = [];
  for (let from = 0; from < blocks.length;) {
    let to = from;
    let size = 0;
    for (; to < blocks.length && size < target; to++) {
      const more = tokensOf(blocks[to] ?? []);
      if (to > from && size + more > budget) break;
      size += more;
    }
    windows.push([
      ...edgeBefore(blocks, from, budget - size, budget),
      ...blocks.slice(from, to).flat(),
    ]);
    from = to;
  }
  return windows;
}

export const tokensOf = (lines: readonly Counted[]): number =>
  lines.reduce((sum, { tokens }) => sum + tokens, 0);

/** Tokens of a window beside its edge, when there are as few windows as can be. */
function targetOf(total: number, budget: number): number {
  if (total <= budget) return budget;
  const own = budget * (1 - OVERLAP);
  return Math.ceil(total / Math.ceil(total / own));
}

/** The last turns before a window, as many as it has room for. */
function edgeBefore<Line extends Counted>(
  blocks: readonly Line[][],
  from: number,
  room: number,
  budget: number,
): Line[] {
  const most = Math.min(room, budget * OVERLAP);
  let first = from;
  for (let size = 0; first > 0; first--) {
    size += tokensOf(blocks[first - 1] ?? []);
    if (size > most) break;
  }
  return blocks.slice(first, from).flat();
}

/** The lines of each turn together, of a long one as many as a window holds. */
function blocksOf<Line extends Counted>(lines: readonly Line[], budget: number): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const fits = block?.[0]?.turn === line.turn && tokensOf(block) + line.tokens <= budget;
    if (fits) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}
