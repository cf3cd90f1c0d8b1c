/** A source of whole numbers below 2 ** 32 that is the same on every run: mulberry32. */
export function seededWhole(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The same as numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  const whole = seededWhole(seed);
  return () => whole() / 2 ** 32;
}
