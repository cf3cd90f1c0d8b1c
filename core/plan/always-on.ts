import { gpuCost, type GpuCost, type GpuHours } from './gpu-cost.ts';
import { alwaysOn, ON_DEMAND_WORKERS } from './pipeline-rules.ts';
import type { Prices } from './prices.ts';
import { simulate, type SimulationOptions } from './simulation/simulate.ts';
import { HOUR_SECONDS, WEEK_SECONDS } from './week.ts';

export interface AlwaysOn {
  readonly workers: number;
  readonly copies: number;
  readonly cost: GpuCost;
  readonly p95: number;
}

export interface AlwaysOnSearch {
  /** Calls of the busiest day alone: machines that are always on have no history. */
  readonly day: SimulationOptions;
  readonly prices: Prices;
  /** In seconds: what the machines that are always on must reach too. */
  readonly p95: number;
  /** 95th percentile of the times to insight that count, in seconds. */
  readonly p95Of: (insightSeconds: Float64Array) => number;
  /** Machines that would be busy all through the busiest part. */
  readonly peak: { workers: number; copies: number };
}

/** More copies than the peak needs make the wait for them no shorter. */
const SPARE_COPIES = 2;

/** The cheapest week of machines that are always on, and as quick: found by trying. */
export function cheapestAlwaysOn(search: AlwaysOnSearch): AlwaysOn {
  const least = Math.max(1, Math.floor(search.peak.copies * 0.6));
  const most = Math.ceil(search.peak.copies) + SPARE_COPIES;
  let best: AlwaysOn | undefined;
  for (let copies = least; copies <= most; copies++) {
    const found = fewestWorkers(search, copies);
    if (found !== null && (best === undefined || found.cost.total < best.cost.total)) best = found;
  }
  return best ?? tried(search, { workers: mostWorkers(search), copies: most });
}

const mostWorkers = ({ peak }: AlwaysOnSearch): number => 2 * Math.ceil(peak.workers) + 4;

/** By halves: more workers are never slower. */
function fewestWorkers(search: AlwaysOnSearch, copies: number): AlwaysOn | null {
  let most = tried(search, { workers: mostWorkers(search), copies });
  if (most.p95 > search.p95) return null;
  let tooFew = 0;
  while (most.workers - tooFew > 1) {
    const middle = tried(search, { workers: Math.floor((most.workers + tooFew) / 2), copies });
    if (middle.p95 <= search.p95) most = middle;
    else tooFew = middle.workers;
  }
  return most;
}

function tried(
  { day, prices, p95Of }: AlwaysOnSearch,
  machines: { workers: number; copies: number },
): AlwaysOn {
  const { insightSeconds } = simulate({ ...day, rules: alwaysOn(day.rules, machines) });
  return { ...machines, cost: gpuCost(weekOf(machines), prices), p95: p95Of(insightSeconds) };
}

const HOURS = WEEK_SECONDS / HOUR_SECONDS;

/** On demand as many as ever are, the others on Spot: the same prices as the plan's. */
const weekOf = ({ workers, copies }: { workers: number; copies: number }): GpuHours => {
  const onDemand = Math.min(workers, ON_DEMAND_WORKERS);
  return {
    workers: { onDemand: onDemand * HOURS, spot: (workers - onDemand) * HOURS },
    copies: copies * HOURS,
  };
};
