import { ratio, ratioOrZero, sumOf } from './metric.ts';

/** How often a class was right, was answered, and was the truth. */
export interface ClassCounts {
  readonly label: string;
  readonly right: number;
  readonly answered: number;
  readonly support: number;
}

export interface ClassScore extends ClassCounts {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Precision, recall and F1 of the classes that occur in truth or answers; a class that was never
 * answered or never true scores 0, as in scikit-learn with zero_division=0.
 */
export function classScores(classes: readonly ClassCounts[]): ClassScore[] {
  return classes
    .filter(({ answered, support }) => answered + support > 0)
    .map((counts) => ({
      ...counts,
      precision: ratioOrZero(counts.right, counts.answered),
      recall: ratioOrZero(counts.right, counts.support),
      f1: ratioOrZero(2 * counts.right, counts.answered + counts.support),
    }));
}

/** The mean F1 of the classes that occur, each of the same weight: scikit-learn's average='macro'. */
export function macroF1(classes: readonly ClassCounts[]): number | null {
  const scores = classScores(classes);
  return ratio(sumOf(scores.map(({ f1 }) => f1)), scores.length);
}

/** The mean F1 weighted by how often a class is the truth: scikit-learn's average='weighted'. */
export function weightedF1(classes: readonly ClassCounts[]): number | null {
  const scores = classScores(classes);
  const support = sumOf(scores.map((score) => score.support));
  return ratio(sumOf(scores.map((score) => score.f1 * score.support)), support);
}

/** F1 over the counts of all classes together: scikit-learn's average='micro'. */
export function microF1(classes: readonly ClassCounts[]): number | null {
  const total = (count: 'right' | 'answered' | 'support'): number =>
    sumOf(classes.map((counts) => counts[count]));
  return ratio(2 * total('right'), total('answered') + total('support'));
}
