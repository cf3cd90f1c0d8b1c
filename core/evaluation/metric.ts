/** A figure with its 95 % interval; null, with the reason, where there is nothing to measure. */
export interface Metric {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason?: string;
}

/** Figures by name, as a set of rows or a resample of it gives them. */
export type Values = Readonly<Record<string, number | null>>;

/** A quotient; null where nothing divides it, so that no figure is ever NaN. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** A quotient that counts as zero where nothing divides it, as scikit-learn's zero_division=0. */
export function ratioOrZero(part: number, whole: number): number {
  return ratio(part, whole) ?? 0;
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
