import { quantile } from '../quantile.ts';
import { seeded } from '../seeded-random.ts';
import type { Values } from './metric.ts';
import type { Sums, Tallies } from './tallies.ts';

export interface BootstrapOptions {
  /** How often rows are drawn anew. */
  readonly samples: number;
  /** The same seed draws the same rows. */
  readonly seed: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % percentile intervals (Efron 1979): rows are drawn with replacement, and every figure is made
 * anew from the sums of the drawn rows.
 * @param systems the tallies of one or of several systems over the same rows, drawn together
 * @returns an interval for each figure that was ever a number
 */
export function bootstrap(
  systems: readonly Tallies[],
  figures: (systems: readonly Sums[]) => Values,
  { samples, seed }: BootstrapOptions,
): Record<string, Interval> {
  const random = seeded(seed);
  const resamplers = systems.map((tallies) => tallies.resampler());
  const drawn = new Uint16Array(systems[0]?.slots ?? 0);
  const found: Record<string, number[]> = {};
  for (let sample = 0; sample < samples; sample++) {
    draw(drawn, random);
    const values = figures(resamplers.map((sumsOf) => sumsOf(drawn)));
    for (const [name, value] of Object.entries(values)) {
      if (value !== null) (found[name] ??= []).push(value);
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, values]) => [name, intervalOf(values)]),
  );
}

/** How often each slot is drawn when as many are drawn as there are. */
function draw(drawn: Uint16Array, random: () => number): void {
  drawn.fill(0);
  for (let times = 0; times < drawn.length; times++) {
    const slot = Math.floor(random() * drawn.length);
    drawn[slot] = (drawn[slot] as number) + 1;
  }
}

function intervalOf(values: readonly number[]): Interval {
  const sorted = values.toSorted((one, other) => one - other);
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}
