/** The 97.5th percentile of the standard normal distribution: both tails leave out 5 %. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a share (Wilson 1927): honest for small sets and for shares near
 * 0 and 1, where the textbook interval is not.
 */
export function wilson(successes: number, trials: number): { low: number; high: number } | null {
  if (trials === 0) return null;
  const share = successes / trials;
  const spread = Z * Z;
  const middle = share + spread / (2 * trials);
  const margin = Z * Math.sqrt((share * (1 - share) + spread / (4 * trials)) / trials);
  const scale = 1 + spread / trials;
  return {
    low: Math.max(0, (middle - margin) / scale),
    high: Math.min(1, (middle + margin) / scale),
  };
}
