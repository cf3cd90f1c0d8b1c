import type { PlannedCall } from './calls.ts';
import { copySeconds, workerSeconds } from './pipeline-rules.ts';
import type { Prices } from './prices.ts';
import type { Simulation } from './simulation/simulate.ts';
import type { Throughput } from './throughput.ts';

/** Hours of GPUs in a week. */
export type GpuHours = Simulation['hours'];

/** US dollars of a week. */
export interface GpuCost {
  readonly workers: number;
  readonly copies: number;
  readonly total: number;
}

const costOf = (workers: number, copies: number): GpuCost => ({
  workers,
  copies,
  total: workers + copies,
});

export const gpuCost = ({ workers, copies }: GpuHours, prices: Prices): GpuCost =>
  costOf(
    workers.onDemand * prices.workerOnDemand + workers.spot * prices.workerSpot,
    copies * prices.modelCopy,
  );

/** Hours of GPUs if none ever waited for a call: work by throughput. */
export const workHours = (
  calls: readonly PlannedCall[],
  throughput: Throughput,
): { workers: number; copies: number } => ({
  workers: sum(calls, (call) => workerSeconds(call, throughput)) / 3600,
  copies: sum(calls, (call) => copySeconds(call, throughput)) / 3600,
});

/** What no schedule can be cheaper than: all work, at the lowest price, on GPUs that are never idle. */
export function lowerBound(
  calls: readonly PlannedCall[],
  throughput: Throughput,
  prices: Prices,
): GpuCost {
  const { workers, copies } = workHours(calls, throughput);
  const cheapest = Math.min(prices.workerSpot, prices.workerOnDemand);
  return costOf(workers * cheapest, copies * prices.modelCopy);
}

export const sum = <Item>(items: Iterable<Item>, value: (item: Item) => number): number => {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
};
