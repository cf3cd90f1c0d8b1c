/** How lengths of calls are drawn around their mean. */
export type LengthDistribution = 'lognormal' | 'exponential' | 'fixed';

export const LENGTH_DISTRIBUTIONS: readonly LengthDistribution[] = [
  'lognormal',
  'exponential',
  'fixed',
];

/**
 * Standard deviation by mean of calls' lengths: 248 by 201 s, and a lognormal shape, in Brown et
 * al., Statistical Analysis of a Telephone Call Center, JASA 100 (2005).
 */
const SPREAD = 248 / 201;

const VARIANCE = Math.log(1 + SPREAD ** 2);

/**
 * Lengths in minutes, whose mean is `meanMinutes`; what would be longer than the longest recording
 * that is admitted is as long as that.
 * @param random numbers from 0 up to 1
 */
export function lengthsOf(
  { distribution, meanMinutes, mostMinutes }: CallLengths,
  random: () => number,
): () => number {
  const draw = DRAWS[distribution];
  return () => Math.min(draw(random) * meanMinutes, mostMinutes);
}

export interface CallLengths {
  readonly distribution: LengthDistribution;
  readonly meanMinutes: number;
  readonly mostMinutes: number;
}

/** Each with mean 1. */
const DRAWS: Readonly<Record<LengthDistribution, (random: () => number) => number>> = {
  fixed: () => 1,
  exponential: (random) => -Math.log(1 - random()),
  lognormal: (random) => Math.exp(Math.sqrt(VARIANCE) * normal(random) - VARIANCE / 2),
};

/** Box and Muller's transform, one of its two numbers. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
