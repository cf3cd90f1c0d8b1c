/** How much of a candidate is in the reference, how much of the reference in it, and both in one. */
export interface RougeScore {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}

const NOTHING: RougeScore = { precision: 0, recall: 0, f: 0 };

/** All zero where either side is empty: nothing is shared with nothing. */
export function rougeScore(shared: number, candidate: number, reference: number): RougeScore {
  if (shared === 0 || candidate === 0 || reference === 0) return NOTHING;
  const precision = shared / candidate;
  const recall = shared / reference;
  return { precision, recall, f: (2 * precision * recall) / (precision + recall) };
}
