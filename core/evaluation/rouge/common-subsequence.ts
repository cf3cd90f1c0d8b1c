/** The length of the longest common subsequence. */
export function commonLength(one: Uint32Array, other: Uint32Array): number {
  let above = new Uint32Array(other.length + 1);
  let row = new Uint32Array(other.length + 1);
  for (const word of one) {
    for (let column = 1; column <= other.length; column++) {
      row[column] =
        word === other[column - 1]
          ? at(above, column - 1) + 1
          : Math.max(at(above, column), at(row, column - 1));
    }
    [above, row] = [row, above];
  }
  return at(above, other.length);
}

/**
 * Which words of the reference stand in one longest common subsequence. Of several, the one that
 * Google's `rouge_score` finds: union scores depend on the choice.
 */
export function commonIndexes(reference: Uint32Array, candidate: Uint32Array): number[] {
  const lengths = lengthTable(reference, candidate);
  const indexes: number[] = [];
  let [row, column] = [reference.length, candidate.length];
  while (row > 0 && column > 0) {
    if (reference[row - 1] === candidate[column - 1]) {
      indexes.push(--row);
      column--;
    } else if (cell(lengths, row, column - 1) > cell(lengths, row - 1, column)) column--;
    else row--;
  }
  return indexes;
}

interface Table {
  readonly cells: Uint32Array;
  readonly width: number;
}

function lengthTable(one: Uint32Array, other: Uint32Array): Table {
  const width = other.length + 1;
  const table = { cells: new Uint32Array((one.length + 1) * width), width };
  one.forEach((word, before) => {
    const row = before + 1;
    for (let column = 1; column < width; column++) {
      table.cells[row * width + column] =
        word === other[column - 1]
          ? cell(table, row - 1, column - 1) + 1
          : Math.max(cell(table, row - 1, column), cell(table, row, column - 1));
    }
  });
  return table;
}

const at = (row: Uint32Array, column: number): number => row[column] as number;
const cell = ({ cells, width }: Table, row: number, column: number): number =>
  cells[row * width + column] as number;
