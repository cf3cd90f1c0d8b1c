/** A stretch of a text, in UTF-16 code units; `end` is the first unit that stays. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const TAG = /\[[A-Z][A-Z0-9_ ]*\]/g;
/** Cells of the table that aligns a text which is not the original with tags: 2,000 by 2,000. */
const MOST_CELLS = 4_000_000;

/**
 * Which stretches of the original a redacted text leaves out. What stands between tags is looked
 * for in the original, in order; where that fails, since a redactor also changed other words,
 * whatever is not in the longest common subsequence counts as left out.
 * @returns null when the texts are too long and too different to be compared
 */
export function maskedStretches(original: string, redacted: string): Stretch[] | null {
  const { literals, tags } = piecesOf(redacted);
  const masked = betweenLiterals(original, literals);
  if (masked === null) return missing(original, literals.join(''));
  // A tag that stood in the original already hides nothing.
  return masked.filter(
    ({ start, end }, at) => end > start && original.slice(start, end) !== tags[at],
  );
}

function piecesOf(redacted: string): { literals: string[]; tags: string[] } {
  return { literals: redacted.split(TAG), tags: redacted.match(TAG) ?? [] };
}

/** The stretches between literals that stand in the original in this order, from its start to its end. */
function betweenLiterals(original: string, literals: readonly string[]): Stretch[] | null {
  const [first = '', ...rest] = literals;
  if (!original.startsWith(first)) return null;
  if (rest.length === 0) return original === first ? [] : null;
  const stretches: Stretch[] = [];
  let from = first.length;
  for (const [at, literal] of rest.entries()) {
    const last = at === rest.length - 1;
    const found = last ? original.length - literal.length : original.indexOf(literal, from);
    if (found < from || !original.startsWith(literal, found)) return null;
    stretches.push({ start: from, end: found });
    from = found + literal.length;
  }
  return stretches;
}

/** The stretches of the original that are not in its longest common subsequence with what is left. */
function missing(original: string, left: string): Stretch[] | null {
  const width = left.length + 1;
  if ((original.length + 1) * width > MOST_CELLS) return null;
  const table = new Uint16Array((original.length + 1) * width);
  const cell = (row: number, column: number): number => table[row * width + column] as number;
  for (let row = original.length - 1; row >= 0; row--) {
    for (let column = left.length - 1; column >= 0; column--) {
      table[row * width + column] =
        original[row] === left[column]
          ? cell(row + 1, column + 1) + 1
          : Math.max(cell(row + 1, column), cell(row, column + 1));
    }
  }
  const stretches: Stretch[] = [];
  let column = 0;
  for (let row = 0; row < original.length; row++) {
    while (column < left.length && cell(row, column + 1) === cell(row, column)) column++;
    const stays = column < left.length && original[row] === left[column];
    if (stays) column++;
    else extend(stretches, row);
  }
  return stretches;
}

function extend(stretches: Stretch[], at: number): void {
  const last = stretches.at(-1);
  if (last?.end === at) stretches[stretches.length - 1] = { start: last.start, end: at + 1 };
  else stretches.push({ start: at, end: at + 1 });
}
