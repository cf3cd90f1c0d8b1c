import type { PlannedCall } from './calls.ts';
import { WEEKS_PER_MONTH, type CostItem } from './cost-items.ts';
import type { GpuHours } from './gpu-cost.ts';
import { sum } from './gpu-cost.ts';
import { hourlySeries, type HourOfPlan } from './hourly-series.ts';
import { MANAGED_SERVICES, managedCost } from './managed-services.ts';
import type { Percentiles } from './percentiles.ts';
import { alwaysOnLike, planWeek, type WeekPlan, type WeekPlanOptions } from './plan-week.ts';
import type { Throughput } from './throughput.ts';

/** What a plan says at one throughput. Seconds, and US dollars. */
export interface RowReport {
  readonly throughput: Throughput;
  /** Of calls that come while it is open; of all of them where none does. */
  readonly timeToInsightSeconds: Percentiles;
  readonly timeToInsightSecondsOverall: Percentiles;
  readonly callsThatNeverCome: number;
  readonly mostWaitingCalls: number;
  readonly mostWorkers: number;
  readonly mostCopies: number;
  readonly spotInterruptions: number;
  readonly gpuHoursPerWeek: GpuHours;
  readonly gpuCostPerWeek: number;
  readonly lowerBoundGpuCostPerWeek: number;
  readonly alwaysOnGpuCostPerWeek: number;
  readonly alwaysOn: { readonly workers: number; readonly copies: number };
  readonly gpuCostToLowerBound: number;
  readonly gpuCostToAlwaysOn: number;
  readonly costPerWeek: Readonly<Record<CostItem, number>>;
  readonly costPerMonth: number;
  readonly costPerCall: number;
  readonly costPerAudioMinute: number;
  readonly managedServiceCostPerAudioMinute: number;
  readonly hours: readonly HourOfPlan[];
}

/** A row without the search for machines that are always on. */
export type AffordableRow = Omit<
  RowReport,
  'alwaysOnGpuCostPerWeek' | 'alwaysOn' | 'gpuCostToAlwaysOn'
>;

export interface ManagedReport {
  readonly name: string;
  readonly costPerMonth: number;
  readonly costPerAudioMinute: number;
  readonly note: string;
}

const NOBODY: Percentiles = { p50: 0, p95: 0, p99: 0 };

/** Simulates the week, and machines that are always on beside it. */
export function reportRow(options: WeekPlanOptions): RowReport {
  const plan = planWeek(options);
  const { cost, workers, copies } = alwaysOnLike(options, plan);
  return {
    ...rowWithoutAlwaysOn(options.calls, plan),
    alwaysOnGpuCostPerWeek: cost.total,
    alwaysOn: { workers, copies },
    gpuCostToAlwaysOn: plan.gpuCost.total / cost.total,
  };
}

/** What one simulation tells; machines that are always on take some twenty. */
export function rowWithoutAlwaysOn(calls: readonly PlannedCall[], plan: WeekPlan): AffordableRow {
  const minutes = audioMinutesOf(calls);
  const minutesPerMonth = minutes * WEEKS_PER_MONTH;
  const costPerWeek = sum(Object.values(plan.items), (usd) => usd);
  const overall = plan.overall ?? NOBODY;
  return {
    throughput: plan.throughput,
    timeToInsightSeconds: plan.inHours ?? overall,
    timeToInsightSecondsOverall: overall,
    callsThatNeverCome: plan.stuck,
    mostWaitingCalls: plan.mostWaiting,
    mostWorkers: plan.mostWorkers,
    mostCopies: plan.mostCopies,
    spotInterruptions: plan.interruptions,
    gpuHoursPerWeek: plan.gpuHours,
    gpuCostPerWeek: plan.gpuCost.total,
    lowerBoundGpuCostPerWeek: plan.lowerBound.total,
    gpuCostToLowerBound: plan.gpuCost.total / plan.lowerBound.total,
    costPerWeek: plan.items,
    costPerMonth: costPerWeek * WEEKS_PER_MONTH,
    costPerCall: costPerWeek / calls.length,
    costPerAudioMinute: costPerWeek / minutes,
    managedServiceCostPerAudioMinute:
      managedCost(MANAGED_SERVICES[0], minutesPerMonth) / minutesPerMonth,
    hours: hourlySeries(calls, plan.observations),
  };
}

export const audioMinutesOf = (calls: readonly PlannedCall[]): number =>
  sum(calls, ({ minutes }) => minutes);

/** Each service by a month of these calls. */
export function managedReports(audioMinutesPerMonth: number): ManagedReport[] {
  return MANAGED_SERVICES.map((service) => {
    const costPerMonth = managedCost(service, audioMinutesPerMonth);
    return {
      name: service.name,
      costPerMonth,
      costPerAudioMinute: costPerMonth / audioMinutesPerMonth,
      note: service.note,
    };
  });
}
