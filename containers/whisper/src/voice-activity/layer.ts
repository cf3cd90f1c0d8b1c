/** How many rows are worked out side by side: as many sums as stay in registers. */
const LANES = 4;

/** A fully connected layer: `output = weights x input + bias`. */
export interface Layer {
  /** Values that come out; the next multiple of 4 is written. */
  rows: number;
  /** Values that go in. */
  columns: number;
  /** Four rows at a time, column by column, so that memory is read in one sweep. */
  weights: Float32Array;
  bias: Float32Array;
}

/** Lays weights out as `applyLayer` reads them. */
export function layerOf(
  bias: Float32Array,
  columns: number,
  weightAt: (row: number, column: number) => number,
): Layer {
  const rows = Math.ceil(bias.length / LANES) * LANES;
  const weights = new Float32Array(rows * columns);
  for (let row = 0; row < bias.length; row++) {
    const start = (row - (row % LANES)) * columns + (row % LANES);
    for (let column = 0; column < columns; column++) {
      weights[start + column * LANES] = weightAt(row, column);
    }
  }
  const padded = new Float32Array(rows);
  padded.set(bias);
  return { rows, columns, weights, bias: padded };
}

/**
 * Applies a layer to `input` from `inputAt` on, writes to `output` from `outputAt` on.
 * This is where the detector spends its time: plain loops, no bounds that could be missed.
 */
export function applyLayer(
  { rows, columns, weights, bias }: Layer,
  input: Float32Array,
  inputAt: number,
  output: Float32Array,
  outputAt: number,
): void {
  let at = 0;
  for (let row = 0; row < rows; row += LANES) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let column = 0; column < columns; column++, at += LANES) {
      const value = input[inputAt + column] as number;
      a += value * (weights[at] as number);
      b += value * (weights[at + 1] as number);
      c += value * (weights[at + 2] as number);
      d += value * (weights[at + 3] as number);
    }
    output[outputAt + row] = a + (bias[row] as number);
    output[outputAt + row + 1] = b + (bias[row + 1] as number);
    output[outputAt + row + 2] = c + (bias[row + 2] as number);
    output[outputAt + row + 3] = d + (bias[row + 3] as number);
  }
}
