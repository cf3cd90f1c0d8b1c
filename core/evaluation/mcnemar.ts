/** Whether two systems differ, by the rows that only one of them got right. */
export interface McNemar {
  readonly onlyFirstRight: number;
  readonly onlySecondRight: number;
  /** How likely a difference this large is between systems that are equally good. */
  readonly p: number;
}

/**
 * McNemar's test in its exact form: two-sided binomial with a share of one half (McNemar 1947).
 * The approximation by chi-squared is wrong for the few differing rows of small sets.
 */
export function mcnemar(onlyFirstRight: number, onlySecondRight: number): McNemar {
  const differing = onlyFirstRight + onlySecondRight;
  const fewer = Math.min(onlyFirstRight, onlySecondRight);
  // As logarithms: 2 ** -differing is zero beyond a thousand rows.
  let term = -differing * Math.LN2;
  let tail = 0;
  for (let successes = 0; successes <= fewer; successes++) {
    tail += Math.exp(term);
    term += Math.log((differing - successes) / (successes + 1));
  }
  return { onlyFirstRight, onlySecondRight, p: Math.min(1, 2 * tail) };
}
