import { deploymentOf } from '../../cli/plan/deployment-of.ts';
import type { Deployment, FleetSettings } from '../../core/plan/deployment.ts';
import type { PlanRequest } from '../../core/plan/document.ts';
import { pricesWith } from '../../core/plan/prices.ts';
import { THROUGHPUTS } from '../../core/plan/throughput.ts';
import { loadEnvironment } from '../../environments/index.ts';

/** What `prod` is sized for. */
export const REFERENCE_CALLS = 10_000;

export const VOLUMES = [100, 1000, REFERENCE_CALLS, 100_000] as const;

/** A week without holidays, the same on every run. */
const DATE = '2026-11-22';

const MINUTES = 5;

/** The environment `prod` at a volume of calls, its machines in proportion. */
export function requestFor(callsPerDay: number): PlanRequest {
  const environment = loadEnvironment('prod');
  return {
    environment: environment.name,
    region: environment.region,
    hours: environment.businessHours,
    deployment: inProportion(deploymentOf(environment), callsPerDay / REFERENCE_CALLS),
    date: DATE,
    demand: { callsPerDay, offHoursShare: 0 },
    lengths: {
      distribution: 'lognormal',
      meanMinutes: MINUTES,
      mostMinutes: environment.maxDurationSeconds / 60,
    },
    arabicShare: 0.5,
    throughputs: THROUGHPUTS,
    prices: pricesWith(),
    seed: 1,
  };
}

function inProportion(deployment: Deployment, share: number): Deployment {
  const inShare = (minimum: number): number => Math.max(1, Math.round(minimum * share));
  const scaled = <Fleet extends FleetSettings>(fleet: Fleet): Fleet => ({
    ...fleet,
    minimum: {
      ...fleet.minimum,
      inHours: inShare(fleet.minimum.inHours),
      steps: (fleet.minimum.steps ?? []).map(({ time, minimum }) => ({
        time,
        minimum: inShare(minimum),
      })),
    },
    most: Math.max(2, Math.round(fleet.most * share)),
  });
  return {
    ...deployment,
    workers: scaled(deployment.workers),
    copies: scaled(deployment.copies),
  };
}
