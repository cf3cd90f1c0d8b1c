import type { Detector } from './span.ts';

/** Any other long run of digits: accounts, orders, identity cards, one-time codes that were said. */
export const numbers: Detector = ({ runs }) =>
  runs.map(({ start, end }) => ({ start, end, kind: 'NUMBER' }));
