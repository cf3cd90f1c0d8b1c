import type { BootstrapOptions } from '../../core/evaluation/bootstrap.ts';
import { mcnemar, type McNemar } from '../../core/evaluation/mcnemar.ts';
import { difference, measure, type Metrics } from '../../core/evaluation/measure.ts';
import type { AnyTask, Details } from '../../core/evaluation/task.ts';
import type { Gate } from './gates.ts';
import type { SetScore, SystemScore } from './score.ts';

/** What `sada evaluate --json` prints. */
export interface Report extends Details {
  readonly task: string;
  /** Rows of the gold set; all of them count. */
  readonly n: number;
  readonly metrics: Metrics;
  readonly system: string;
  /** Rows without an answer, and answers that could not be read: wrong, all of them. */
  readonly missing: number;
  readonly unparsable: number;
  readonly extra: number | null;
  /** Field, then value, then what the rows of that value score. */
  readonly by?: Readonly<Record<string, Readonly<Record<string, GroupReport>>>>;
  readonly against?: Comparison;
  /** What a report of several tasks is made of. */
  readonly tasks?: Readonly<Record<string, GroupReport & Details>>;
  readonly gates?: readonly Gate[];
  readonly bootstrap: BootstrapOptions;
  readonly notes: readonly string[];
}

export interface GroupReport {
  readonly n: number;
  readonly metrics: Metrics;
}

export interface Comparison extends GroupReport {
  readonly system: string;
  readonly missing: number;
  readonly unparsable: number;
  readonly extra: number | null;
  /** The first system's figures less this one's. */
  readonly difference: Metrics;
  /** Null for tasks whose answers are not simply right or wrong. */
  readonly mcnemar: McNemar | null;
}

/** @param by the field that the set was scored by */
export function reportOf(
  task: AnyTask,
  score: SetScore,
  by: string | null,
  options: BootstrapOptions,
): Report {
  const [system, other] = score.systems as [SystemScore, SystemScore?];
  const { notes = [], ...details } = task.details(system.tallies.total());
  return {
    task: task.name,
    n: system.tallies.rows,
    metrics: measure(task, system.tallies, options),
    system: system.name,
    ...countsOf(system),
    ...details,
    ...(by !== null && { by: { [by]: groupsOf(task, system, options) } }),
    ...(other && { against: comparisonOf(task, score, [system, other], options) }),
    bootstrap: options,
    notes: [...shortfalls(system), ...(other ? shortfalls(other) : []), ...notes],
  };
}

function comparisonOf(
  task: AnyTask,
  { onlyRight }: SetScore,
  [system, other]: readonly [SystemScore, SystemScore],
  options: BootstrapOptions,
): Comparison {
  const judged = task.isRight(null, null) !== null;
  return {
    system: other.name,
    n: other.tallies.rows,
    metrics: measure(task, other.tallies, options),
    ...countsOf(other),
    difference: difference(task, [system.tallies, other.tallies], options),
    mcnemar: judged ? mcnemar(...onlyRight) : null,
  };
}

function groupsOf(
  task: AnyTask,
  { by }: SystemScore,
  options: BootstrapOptions,
): Record<string, GroupReport> {
  const groups = [...by].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    groups.map(([value, tallies]) => [
      value,
      { n: tallies.rows, metrics: measure(task, tallies, options) },
    ]),
  );
}

function countsOf({ missing, unparsable, extra }: SystemScore): {
  missing: number;
  unparsable: number;
  extra: number | null;
} {
  return { missing, unparsable, extra };
}

/** What people must know before they read the figures. */
function shortfalls({ name, tallies, missing, unparsable, extra }: SystemScore): string[] {
  const of = `of ${tallies.rows} rows`;
  return [
    ...(missing > 0 ? [`${name}: no answer to ${missing} ${of}: counted as wrong`] : []),
    ...(unparsable > 0
      ? [`${name}: unparsable answers to ${unparsable} ${of}: counted as wrong`]
      : []),
    ...(extra ? [`${name}: ${extra} answers to no row of the set: not counted`] : []),
  ];
}
