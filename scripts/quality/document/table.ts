import type { Metric } from '../../../core/evaluation/metric.ts';

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(lineOf).join('\n');
}

const lineOf = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A figure with its interval; a dash where there is nothing to measure. */
export function figure(metric: Metric | undefined): string {
  const { value = null, low = null, high = null } = metric ?? {};
  if (value === null) return '-';
  return low === null || high === null
    ? rounded(value)
    : `${rounded(value)} (${rounded(low)} to ${rounded(high)})`;
}

/** Three places: more would say that sets of this size tell more apart than they do. */
export const rounded = (value: number): string => value.toFixed(3);
