import { performance } from 'node:perf_hooks';

/** Milliseconds of repeated runs. */
export interface Timing {
  mean: number;
  p50: number;
  p95: number;
}

export function timingOf(runs: readonly number[]): Timing {
  const sorted = runs.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  const mean = runs.reduce((sum, run) => sum + run, 0) / runs.length;
  return { mean, p50: at(0.5), p95: at(0.95) };
}

export interface Timed<T> {
  result: T;
  milliseconds: number;
}

export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const startedAt = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - startedAt };
}

/** A way of doing the same work; each times what counts of it. */
export type Contestant<T> = () => Promise<Timed<T>>;

export interface Outcome<T> {
  timing: Timing;
  /** Of every round, in order. */
  results: T[];
}

/**
 * Runs contestants in turns, so that what else happens on the machine meets all of them alike; the
 * first round warms up and does not count.
 */
export async function sideBySide<T, Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant<T>>>,
): Promise<Record<Name, Outcome<T>>> {
  const names = Object.keys(contestants) as Name[];
  const runs = new Map(names.map((name) => [name, [] as Timed<T>[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const run = await contestants[name]();
      if (round > 0) runs.get(name)?.push(run);
    }
  }
  return Object.fromEntries([...runs].map(([name, all]) => [name, outcomeOf(all)])) as Record<
    Name,
    Outcome<T>
  >;
}

const outcomeOf = <T>(runs: readonly Timed<T>[]): Outcome<T> => ({
  timing: timingOf(runs.map(({ milliseconds }) => milliseconds)),
  results: runs.map(({ result }) => result),
});
