import { gpuCost, lowerBound } from './gpu-cost.ts';
import { percentilesOf } from './percentiles.ts';
import { arriving, rulesOf } from './pipeline-rules.ts';
import type { WeekPlanOptions } from './plan-week.ts';
import type { FleetRules } from './simulation/rules.ts';
import { simulate, type PipelineRules } from './simulation/simulate.ts';
import { isOpenAt, WEEK_SECONDS } from './week.ts';

/** What a change of the design itself would bring. */
export interface Lever {
  /** Together with all before it. */
  readonly change: string;
  readonly gpuCostPerWeek: number;
  readonly gpuCostToLowerBound: number;
  /** Of calls in hours, in seconds. */
  readonly p95: number;
}

const QUICK = { alarmSeconds: 180, cooldownSeconds: 60, releaseSeconds: 120 };

/**
 * What this design has no setting for, tried in the simulation: each change with those before it.
 * Nothing of this is built.
 */
export function leversOf(options: WeekPlanOptions): Lever[] {
  const asItIs = rulesOf(options.deployment, options.week, options.throughput);
  const quick = eachFleet(asItIs, takenAwayQuickly);
  const spot = { ...quick, workers: { ...quick.workers, onDemandBase: 0 } };
  return [
    tried('as it is', asItIs, options),
    tried('taken away after 3 minutes, released after 2', quick, options),
    tried('every worker on Spot', spot, options),
  ];
}

function tried(change: string, rules: PipelineRules, options: WeekPlanOptions): Lever {
  const { calls, throughput, prices, seed, week } = options;
  const { hours, insightSeconds } = simulate({
    calls: arriving(calls, throughput),
    rules,
    seed,
    horizonSeconds: WEEK_SECONDS,
  });
  const cost = gpuCost(hours, prices).total;
  const inHours = insightSeconds.filter((_, at) => isOpenAt(week, calls[at]?.at ?? 0));
  return {
    change,
    gpuCostPerWeek: cost,
    gpuCostToLowerBound: cost / lowerBound(calls, throughput, prices).total,
    p95: percentilesOf(inHours)?.p95 ?? 0,
  };
}

const eachFleet = (
  rules: PipelineRules,
  change: (fleet: FleetRules) => FleetRules,
): PipelineRules => ({
  ...rules,
  workers: change(rules.workers),
  copies: change(rules.copies),
});

const takenAwayQuickly = (fleet: FleetRules): FleetRules => ({
  ...fleet,
  releaseSeconds: QUICK.releaseSeconds,
  tracking: fleet.tracking && {
    ...fleet.tracking,
    valuesIn: QUICK.alarmSeconds / fleet.tracking.periodSeconds,
    cooldownInSeconds: QUICK.cooldownSeconds,
  },
});
