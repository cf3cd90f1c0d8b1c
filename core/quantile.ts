/**
 * The value below which a share of the values lies, by linear interpolation between neighbours, as
 * NumPy does.
 * @param sorted ascending; of none it is 0
 * @param share 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = Math.max(0, sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
