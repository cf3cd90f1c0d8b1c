import { seeded } from '../../core/seeded-random.ts';

/** White noise that is the same for the same seed. */
export function whiteNoise(seconds: number, seed = 1, sampleRate = 16_000): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length: seconds * sampleRate }, () => 2 * random() - 1);
}
