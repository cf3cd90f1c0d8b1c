import type { Step } from '../../core/business-hours.ts';

/** US dollars, with as many digits as tell something. */
export function usd(value: number): string {
  if (value === 0) return '$0';
  if (value >= 100) return `$${Math.round(value).toLocaleString('en-US')}`;
  return value >= 1 ? `$${value.toFixed(2)}` : `$${Number(value.toPrecision(3))}`;
}

export const seconds = (value: number): string =>
  Number.isFinite(value) ? `${Math.round(value).toLocaleString('en-US')} s` : 'never';

export const ratio = (value: number): string => `${value.toFixed(2)}x`;

/** `6, 12 from 09:50, 4 from 16:50` */
export const minimumText = (first: number | string, steps: readonly Step[]): string =>
  [first, ...steps.map(({ time, minimum }) => `${minimum} from ${time}`)].join(', ');

export const count = (value: number): string => Math.round(value).toLocaleString('en-US');
