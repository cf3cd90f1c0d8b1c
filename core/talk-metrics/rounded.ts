export function rounded(value: number): number;
export function rounded(value: number | null): number | null;
/** To a thousandth: recognisers' times are no finer than a hundredth of a second. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
