import type { PlannedCall } from './calls.ts';
import { gpuCost, lowerBound, workHours } from './gpu-cost.ts';
import { percentilesOf } from './percentiles.ts';
import { arriving, rulesOf } from './pipeline-rules.ts';
import type { WeekPlanOptions } from './plan-week.ts';
import type { FleetRules } from './simulation/rules.ts';
import { simulate, type PipelineRules } from './simulation/simulate.ts';
import { HOUR_SECONDS, isOpenAt, isWarmAt, WEEK_SECONDS, type Week } from './week.ts';

/** What a change of the design itself would bring. */
export interface Lever {
  /** Together with all before it. */
  readonly change: string;
  readonly gpuCostPerWeek: number;
  readonly gpuCostToLowerBound: number;
  /** Of calls in hours, in seconds. */
  readonly p95: number;
}

/** How busy machines are meant to be where a minimum is set for each hour. */
const BUSY = 0.9;

/** Minimums rise before their hour, as machines take so long to come. */
const LEAD_SECONDS = 600;

const QUICK = { alarmSeconds: 180, cooldownSeconds: 60, releaseSeconds: 120 };

/**
 * What this design has no setting for, tried in the simulation: each change with those before it.
 * Nothing of this is built.
 */
export function leversOf(options: WeekPlanOptions): Lever[] {
  const asItIs = rulesOf(options.deployment, options.week, options.throughput);
  const hourly = hourlyMinimums(asItIs, options);
  const quick = eachFleet(hourly, takenAwayQuickly);
  const spot = { ...quick, workers: { ...quick.workers, onDemandBase: 0 } };
  return [
    tried('as it is', asItIs, options),
    tried('a minimum for each hour, from the calls that are expected', hourly, options),
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

function hourlyMinimums(
  rules: PipelineRules,
  { week, calls, throughput }: WeekPlanOptions,
): PipelineRules {
  const work = hoursOf(calls).map((part) => workHours(part, throughput));
  const of = (fleet: FleetRules, kind: 'workers' | 'copies'): FleetRules => ({
    ...fleet,
    minimumAt: (second) => {
      if (!isWarmAt(week, second)) return fleet.minimumAt(second);
      const due = work[hourAt(week, second)]?.[kind] ?? 0;
      return Math.min(fleet.most, Math.max(1, Math.ceil(due / BUSY)));
    },
  });
  return { ...rules, workers: of(rules.workers, 'workers'), copies: of(rules.copies, 'copies') };
}

/** The hour that a minimum is for: before the opening, the first one. */
function hourAt(week: Week, second: number): number {
  const soon = second + LEAD_SECONDS;
  const shift = week.shifts.find(({ warmAt, closeAt }) => warmAt <= second && second < closeAt);
  const at = shift === undefined ? soon : Math.min(Math.max(soon, shift.openAt), shift.closeAt - 1);
  return Math.floor(at / HOUR_SECONDS);
}

function hoursOf(calls: readonly PlannedCall[]): PlannedCall[][] {
  const hours = Array.from({ length: WEEK_SECONDS / HOUR_SECONDS }, (): PlannedCall[] => []);
  for (const call of calls) hours[Math.floor(call.at / HOUR_SECONDS)]?.push(call);
  return hours;
}
