import { cheapestAlwaysOn, type AlwaysOn } from './always-on.ts';
import type { PlannedCall } from './calls.ts';
import { costItems, type CostItem } from './cost-items.ts';
import type { Deployment } from './deployment.ts';
import { gpuCost, lowerBound, sum, workHours, type GpuCost, type GpuHours } from './gpu-cost.ts';
import { percentilesOf, type Percentiles } from './percentiles.ts';
import { arriving, rulesOf } from './pipeline-rules.ts';
import type { Prices } from './prices.ts';
import type { Observation } from './simulation/observe.ts';
import { simulate, type Simulation } from './simulation/simulate.ts';
import type { Throughput } from './throughput.ts';
import { HOUR_SECONDS, isOpenAt, WEEK_SECONDS, type Week } from './week.ts';

export interface WeekPlanOptions {
  readonly week: Week;
  readonly calls: readonly PlannedCall[];
  readonly deployment: Deployment;
  readonly throughput: Throughput;
  readonly prices: Prices;
  readonly seed: number;
}

/** A week of an environment at one throughput. Times are seconds, money is US dollars of a week. */
export interface WeekPlan {
  readonly throughput: Throughput;
  /** Of calls that came while it was open; null where none did. */
  readonly inHours: Percentiles | null;
  readonly overall: Percentiles | null;
  /** Calls that never came out: nothing was there for them. */
  readonly stuck: number;
  readonly mostWaiting: number;
  readonly mostWorkers: number;
  readonly mostCopies: number;
  readonly interruptions: number;
  readonly gpuHours: GpuHours;
  readonly gpuCost: GpuCost;
  readonly lowerBound: GpuCost;
  readonly items: Readonly<Record<CostItem, number>>;
  readonly observations: readonly Observation[];
}

export function planWeek(options: WeekPlanOptions): WeekPlan {
  const { calls, deployment, throughput, prices } = options;
  const run = simulate(simulationOf(options));
  const { hours, observations, insightSeconds } = run;
  return {
    throughput,
    inHours: percentilesOf(inHoursOf(options, insightSeconds)),
    overall: percentilesOf(insightSeconds),
    stuck: insightSeconds.filter((seconds) => seconds === Infinity).length,
    mostWaiting: most(observations, (seen) => seen.waitingForWorkers + seen.waitingForCopies),
    mostWorkers: most(observations, ({ workers }) => workers),
    mostCopies: most(observations, ({ copies }) => copies),
    interruptions: run.interruptions,
    gpuHours: hours,
    gpuCost: gpuCost(hours, prices),
    lowerBound: lowerBound(calls, throughput, prices),
    items: costItems(usageOf(options, run), deployment, prices),
    observations,
  };
}

/** Machines that are always on and as quick as the plan. */
export function alwaysOnLike(options: WeekPlanOptions, plan: WeekPlan): AlwaysOn {
  const day = { ...options, calls: busiestDayOf(options.calls) };
  const p95Of = (insightSeconds: Float64Array): number => p95(timesThatCount(day, insightSeconds));
  return cheapestAlwaysOn({
    day: simulationOf(day),
    prices: options.prices,
    p95: (plan.inHours ?? plan.overall)?.p95 ?? 0,
    p95Of,
    peak: peakOf(options),
  });
}

const p95 = (seconds: Float64Array): number => percentilesOf(seconds)?.p95 ?? 0;

/** In hours, where calls came in hours. */
function timesThatCount(options: WeekPlanOptions, seconds: Float64Array): Float64Array {
  const inHours = inHoursOf(options, seconds);
  return inHours.length > 0 ? inHours : seconds;
}

const simulationOf = (options: WeekPlanOptions) => ({
  calls: arriving(options.calls, options.throughput),
  rules: rulesOf(options.deployment, options.week, options.throughput),
  seed: options.seed,
  horizonSeconds: WEEK_SECONDS,
});

const inHoursOf = ({ week, calls }: WeekPlanOptions, seconds: Float64Array): Float64Array =>
  seconds.filter((_, index) => isOpenAt(week, calls[index]?.at ?? 0));

const usageOf = ({ calls }: WeekPlanOptions, { hours, analysisSeconds }: Simulation) => ({
  calls: calls.length,
  audioMinutes: sum(calls, ({ minutes }) => minutes),
  gpuHours: hours,
  analysisSeconds,
});

/** Machines that the busiest hour keeps busy. */
export function peakOf({ calls, throughput }: Pick<WeekPlanOptions, 'calls' | 'throughput'>) {
  const work = partsOf(calls, HOUR_SECONDS).map((part) => workHours(part, throughput));
  return {
    workers: most(work, ({ workers }) => workers),
    copies: most(work, ({ copies }) => copies),
  };
}

function busiestDayOf(calls: readonly PlannedCall[]): PlannedCall[] {
  const days = partsOf(calls, 24 * HOUR_SECONDS);
  return days.toSorted((one, other) => other.length - one.length)[0] ?? [];
}

function partsOf(calls: readonly PlannedCall[], seconds: number): PlannedCall[][] {
  const parts: PlannedCall[][] = [];
  for (const call of calls) (parts[Math.floor(call.at / seconds)] ??= []).push(call);
  return parts.filter((part) => part.length > 0);
}

const most = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((greatest, item) => Math.max(greatest, value(item)), 0);
