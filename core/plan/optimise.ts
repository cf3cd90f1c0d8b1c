import type { Step } from '../business-hours.ts';
import type { Deployment, FleetSettings } from './deployment.ts';
import { peakOf, planWeek, type WeekPlan, type WeekPlanOptions } from './plan-week.ts';
import { MOST_P95_SECONDS } from './targets.ts';
import { proposedMinimum } from './propose-steps.ts';
import type { TargetTracking } from './simulation/rules.ts';

/** Settings of a fleet that a proposal changes. */
export interface FleetProposal {
  readonly min: number;
  /** By the time of the day, after the opening. */
  readonly steps: readonly Step[];
  readonly max: number;
  readonly target: number;
}

export interface Proposal {
  readonly workers: FleetProposal;
  readonly copies: FleetProposal;
  readonly gpuCostPerWeek: number;
  readonly gpuCostToLowerBound: number;
  readonly p95: number;
}

export interface Optimisation {
  readonly present: Proposal;
  /** The cheapest that was tried and is quick enough; the quickest where none is. */
  readonly proposed: Proposal;
  readonly tried: number;
}

/** Of the mean load of a fleet and of its peak. */
const SHARES = { min: [0.4, 0.8], max: [1.05, 1.25, 1.5] };

/**
 * Of what a machine does at a time. A copy may not be asked for so much that a request waits longer
 * in it than SageMaker lets it, which is 60 s.
 */
const TARGETS = { workers: [1, 2.5, 4], copies: [0.7, 1.5] };

/** What share of its time a machine is meant to work where its minimum knows the hour. */
const BUSY = [0.7, 0.9, 1.1];

type Kind = 'workers' | 'copies';

/**
 * Tries minimums, maximums and targets of the workers, then minimums by the time of the day, then both
 * of the copies beside the best of them.
 * @param progress is told of each try, and of how many there will be
 */
export function optimise(
  options: WeekPlanOptions,
  progress: (tried: number, of: number) => void,
): Optimisation {
  const grids = { workers: gridOf('workers', options), copies: gridOf('copies', options) };
  const all = grids.workers.length + grids.copies.length + 2 * BUSY.length;
  let tried = 0;
  const attempt = (deployment: Deployment): Proposal => {
    progress(++tried, all + 1);
    return proposalOf(deployment, planWeek({ ...options, deployment }));
  };
  const present = attempt(options.deployment);
  let best = present;
  let deployment = options.deployment;
  const attemptAll = (kind: Kind, proposals: readonly FleetProposal[]): void => {
    const before = deployment;
    for (const proposal of proposals) {
      const changed = changedBy(before, kind, proposal);
      const found = attempt(changed);
      if (isBetter(found, best)) [best, deployment] = [found, changed];
    }
  };
  for (const kind of ['workers', 'copies'] as const) {
    attemptAll(kind, grids[kind]);
    attemptAll(kind, steppedOf(kind, best[kind], options));
  }
  return { present, proposed: best, tried };
}

/** A tenth to spare: another week draws other calls. */
const QUICK_SECONDS = 0.9 * MOST_P95_SECONDS;

function isBetter(one: Proposal, other: Proposal): boolean {
  const [isQuick, otherIsQuick] = [one, other].map(({ p95 }) => p95 <= QUICK_SECONDS);
  if (isQuick !== otherIsQuick) return isQuick === true;
  return isQuick ? one.gpuCostPerWeek < other.gpuCostPerWeek : one.p95 < other.p95;
}

function gridOf(kind: Kind, options: WeekPlanOptions): FleetProposal[] {
  const peak = peakOf(options)[kind];
  // The busiest hour has twice the mean of the others.
  const mean = peak / 2;
  const slots = slotsOf(options.deployment)[kind];
  const mins = unique(SHARES.min.map((share) => Math.max(1, Math.round(mean * share))));
  const maxes = unique(SHARES.max.map((share) => Math.ceil(peak * share)));
  return mins.flatMap((min) =>
    maxes
      .filter((max) => max >= min)
      .flatMap((max) =>
        TARGETS[kind].map((share) => ({ min, steps: [], max, target: share * slots })),
      ),
  );
}

/** With minimums by the time of the day, each for machines that are meant to be so busy. */
const steppedOf = (kind: Kind, best: FleetProposal, options: WeekPlanOptions): FleetProposal[] =>
  BUSY.map((busy) => {
    const within = { least: 1, most: best.max };
    const { inHours, steps = [] } = proposedMinimum(options, kind, busy, within);
    return { ...best, min: inHours, steps };
  });

const unique = (values: readonly number[]): number[] => [...new Set(values)];

/** Jobs of a machine; its target is stated in them. */
const slotsOf = ({ workers, copies }: Deployment) => ({
  workers: workers.enginesPerCard,
  copies: copies.sequences,
});

function changedBy(deployment: Deployment, kind: Kind, proposal: FleetProposal): Deployment {
  const fleet = deployment[kind];
  return { ...deployment, [kind]: { ...fleet, ...settingsOf(fleet, proposal) } };
}

/** A deployment with the settings of a proposal. */
export const withProposal = (deployment: Deployment, { workers, copies }: Proposal): Deployment =>
  changedBy(changedBy(deployment, 'workers', workers), 'copies', copies);

const settingsOf = (
  { minimum, tracking }: FleetSettings,
  { min, steps, max, target }: FleetProposal,
): Pick<FleetSettings, 'minimum' | 'most' | 'tracking'> => ({
  minimum: { ...minimum, inHours: min, steps },
  most: max,
  tracking: tracking === null ? null : ({ ...tracking, target } satisfies TargetTracking),
});

const proposalOf = ({ workers, copies }: Deployment, plan: WeekPlan): Proposal => ({
  workers: fleetOf(workers),
  copies: fleetOf(copies),
  gpuCostPerWeek: plan.gpuCost.total,
  gpuCostToLowerBound: plan.gpuCost.total / plan.lowerBound.total,
  p95: (plan.inHours ?? plan.overall)?.p95 ?? 0,
});

const fleetOf = ({ minimum, most, tracking }: FleetSettings): FleetProposal => ({
  min: minimum.inHours,
  steps: minimum.steps ?? [],
  max: most,
  target: tracking?.target ?? 0,
});
