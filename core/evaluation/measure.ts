import { bootstrap, type BootstrapOptions } from './bootstrap.ts';
import type { Metric, Values } from './metric.ts';
import type { Sums, Tallies } from './tallies.ts';
import type { AnyTask } from './task.ts';

export type Metrics = Readonly<Record<string, Metric>>;

/** Every figure of a task over the rows tallied, each with its 95 % interval. */
export function measure(task: AnyTask, tallies: Tallies, options: BootstrapOptions): Metrics {
  const sums = tallies.total();
  const drawn = bootstrap([tallies], ([sums]) => task.figures(given(sums)), options);
  return metricsOf(task, task.figures(sums), { ...drawn, ...task.intervals(sums) });
}

/** The first system's figures less the second's, over the same rows drawn together. */
export function difference(
  task: AnyTask,
  systems: readonly [Tallies, Tallies],
  options: BootstrapOptions,
): Metrics {
  const figures = ([one, other]: readonly Sums[]): Values =>
    less(task.figures(given(one)), task.figures(given(other)));
  const values = figures(systems.map((tallies) => tallies.total()));
  return metricsOf(task, values, bootstrap(systems, figures, options));
}

function metricsOf(
  task: AnyTask,
  values: Values,
  intervals: Readonly<Record<string, { low: number; high: number } | null>>,
): Metrics {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null
        ? { value, low: null, high: null, reason: reasonOf(task, name) }
        : { value, low: intervals[name]?.low ?? null, high: intervals[name]?.high ?? null },
    ]),
  );
}

function less(one: Values, other: Values): Values {
  return Object.fromEntries(
    Object.entries(one).map(([name, value]) => {
      const subtracted = other[name] ?? null;
      return [name, value === null || subtracted === null ? null : value - subtracted];
    }),
  );
}

function reasonOf(task: AnyTask, name: string): string {
  return task.unmeasured[name] ?? 'nothing to measure';
}

const given = (sums: Sums | undefined): Sums => sums ?? (() => 0);
