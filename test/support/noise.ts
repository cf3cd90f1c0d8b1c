/** White noise that is the same for the same seed (mulberry32). */
export function whiteNoise(seconds: number, seed = 1, sampleRate = 16_000): Float32Array {
  let state = seed;
  return Float32Array.from({ length: seconds * sampleRate }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  });
}
