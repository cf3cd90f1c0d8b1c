import { rowOf, supports, type Confusion } from './confusion.ts';
import { ratio, sumOf } from './metric.ts';

/**
 * How many steps answers lie from the truth on average, for labels that have an order: 0 is all
 * right, "positive" for "negative" is two steps. No answer counts as far away as can be.
 */
export function ordinalDistance(confusion: Confusion): number | null {
  const last = confusion.labels.length - 1;
  const steps = confusion.labels.map((_, truth) =>
    sumOf(
      rowOf(confusion, truth).map(
        (count, answer) =>
          count * (answer > last ? Math.max(truth, last - truth) : Math.abs(answer - truth)),
      ),
    ),
  );
  return ratio(sumOf(steps), sumOf(supports(confusion)));
}
