import { answers, right, supports, type Confusion } from './confusion.ts';
import { ratio, sumOf } from './metric.ts';

/**
 * Cohen's kappa: agreement beyond what the two distributions of labels give by chance (Cohen 1960).
 * Null where chance alone agrees everywhere, as with one label for all rows.
 */
export function cohenKappa(confusion: Confusion): number | null {
  const support = supports(confusion);
  const rows = sumOf(support);
  if (rows === 0) return null;
  const answered = answers(confusion);
  const chance = sumOf(support.map((count, at) => (count / rows) * ((answered[at] ?? 0) / rows)));
  return ratio(right(confusion) / rows - chance, 1 - chance);
}
