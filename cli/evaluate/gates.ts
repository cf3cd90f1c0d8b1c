import type { Metrics } from '../../core/evaluation/measure.ts';
import { Misuse } from '../misuse.ts';

/** The least or the most that a figure may be. */
export interface Limit {
  readonly metric: string;
  readonly bound: 'min' | 'max';
  readonly limit: number;
}

export interface Gate extends Limit {
  readonly value: number | null;
  readonly passed: boolean;
}

/** `accuracy=.8` as a limit. @throws Misuse */
export function limitOf(text: string, bound: Limit['bound']): Limit {
  const [, metric, number = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const limit = Number(number);
  if (metric !== undefined && number.trim() !== '' && Number.isFinite(limit)) {
    return { metric: metric.trim(), bound, limit };
  }
  throw new Misuse(`--${bound} ${text}: expected METRIC=NUMBER, for example accuracy=.8`);
}

/**
 * Whether figures keep within limits; one that could not be measured does not.
 * @throws Misuse for a figure that there is none of
 */
export function gatesOf(limits: readonly Limit[], metrics: Metrics): Gate[] {
  return limits.map((limit) => {
    const metric = metrics[limit.metric];
    if (metric === undefined) {
      const known = Object.keys(metrics).join(', ');
      throw new Misuse(`--${limit.bound} ${limit.metric}: no such metric; there are: ${known}`);
    }
    return { ...limit, value: metric.value, passed: isWithin(limit, metric.value) };
  });
}

function isWithin({ bound, limit }: Limit, value: number | null): boolean {
  if (value === null) return false;
  return bound === 'min' ? value >= limit : value <= limit;
}
