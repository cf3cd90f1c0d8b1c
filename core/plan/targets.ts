import type { RowReport } from './report.ts';

/** What a plan is judged by, in hours of business and at its own prices. */
export interface Target {
  readonly figure: string;
  readonly limit: number;
  readonly value: number;
  readonly isMet: boolean;
}

/** Seconds to insight for 95 of 100 calls. */
export const MOST_P95_SECONDS = 300;

const LIMITS: readonly {
  figure: string;
  limit: number;
  valueOf: (row: RowReport) => number;
}[] = [
  {
    figure: 'p95 time to insight in hours, seconds',
    limit: MOST_P95_SECONDS,
    valueOf: ({ timeToInsightSeconds }) => timeToInsightSeconds.p95,
  },
  {
    figure: 'GPU cost by its lower bound',
    limit: 1.6,
    valueOf: ({ gpuCostToLowerBound }) => gpuCostToLowerBound,
  },
  {
    figure: 'GPU cost by GPUs that are always on',
    limit: 0.32,
    valueOf: ({ gpuCostToAlwaysOn }) => gpuCostToAlwaysOn,
  },
  {
    figure: 'all in, US dollars an audio minute',
    limit: 0.001,
    valueOf: ({ costPerAudioMinute }) => costPerAudioMinute,
  },
];

export const targetsOf = (row: RowReport): Target[] =>
  LIMITS.map(({ figure, limit, valueOf }) => {
    const value = valueOf(row);
    return { figure, limit, value, isMet: value <= limit };
  });
