import type { ClassCounts } from './classification.ts';
import { sumOf } from './metric.ts';

/** Stands for an answer that is missing or could not be read: wrong, whatever the truth. */
export const NO_ANSWER = -1;

/** How often each label was answered where another was true, by their places in `labels`. */
export interface Confusion {
  readonly labels: readonly string[];
  readonly count: (truth: number, answer: number) => number;
}

/** The counts of a truth by answer, rows without an answer last. */
export function rowOf({ labels, count }: Confusion, truth: number): number[] {
  return [...labels.keys(), NO_ANSWER].map((answer) => count(truth, answer));
}

/** How often each label is the truth, in the order of the labels. */
export function supports(confusion: Confusion): number[] {
  return confusion.labels.map((_, truth) => sumOf(rowOf(confusion, truth)));
}

/** How often each label was answered, in the order of the labels. */
export function answers({ labels, count }: Confusion): number[] {
  return labels.map((_, answer) => sumOf(labels.map((_, truth) => count(truth, answer))));
}

/** How many rows were answered with the truth. */
export function right({ labels, count }: Confusion): number {
  return sumOf(labels.map((_, at) => count(at, at)));
}

export function classCounts(confusion: Confusion): ClassCounts[] {
  const [support, answered] = [supports(confusion), answers(confusion)];
  return confusion.labels.map((label, at) => ({
    label,
    right: confusion.count(at, at),
    answered: answered[at] ?? 0,
    support: support[at] ?? 0,
  }));
}
