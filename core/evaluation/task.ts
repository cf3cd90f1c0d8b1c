import type { Values } from './metric.ts';
import type { GoldRow, IdentifiedRow } from './rows.ts';
import type { Sums, Tally } from './tallies.ts';
import type { Interval } from './bootstrap.ts';

/** How answers to one question are read, compared with the truth and put into figures. */
export interface Task<Truth, Answer> {
  readonly name: string;
  /** @throws BadRow when the row has no truth that this task can use */
  truth(row: GoldRow): Truth;
  /** The answer in a prediction; null when there is none that can be read. */
  answer(row: IdentifiedRow): Answer | null;
  /** What takes time to find out about an answer, found out before it is tallied. */
  enrich?(truth: Truth, answer: Answer): Promise<Answer>;
  /** What a row adds to the sums; null is a row without an answer: wrong. */
  tally(truth: Truth, answer: Answer | null): Tally;
  /** Every figure that follows from the sums; null where there is nothing to measure. */
  figures(sums: Sums): Values;
  /** Intervals that have a formula; the others are drawn. */
  intervals(sums: Sums): Readonly<Record<string, Interval | null>>;
  /** Why a figure is null, by its name. */
  readonly unmeasured: Readonly<Record<string, string>>;
  /** What the report tells beside the figures. */
  details(sums: Sums): Details;
  /** Columns of the list of errors, after the id. */
  readonly errorColumns: readonly string[];
  /** A line for each thing that is wrong with an answer; none when all is right. */
  errors(truth: Truth, answer: Answer | null): readonly (readonly (string | number)[])[];
  /** Whether an answer is right as a whole; null for tasks whose answers are better or worse. */
  isRight(truth: Truth, answer: Answer | null): boolean | null;
}

/** A task whose types only it knows. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyTask = Task<any, any>;

export interface Details {
  readonly perClass?: readonly PerClass[];
  /** Rows are the truth, columns the answer. */
  readonly confusion?: Matrix;
  /** Always answering the most frequent truth. */
  readonly majority?: { readonly label: string } & Values;
  readonly notes?: readonly string[];
}

export interface PerClass {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
}
