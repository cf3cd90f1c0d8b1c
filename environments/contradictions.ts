import { type BusinessHours, longestClosedMs } from '../core/business-hours.ts';
import type { OffHoursPolicy } from '../core/scaling.ts';
import type { Capacity } from './parts.ts';

interface Contradictory {
  region: string;
  businessHours: BusinessHours;
  offHours: OffHoursPolicy;
  transcription: { workers: Capacity };
  analysis: { model?: { copies: Capacity } | undefined };
  dataKeyArn?: string | undefined;
  alarmEmail?: string | undefined;
  monthlyBudgetUsd?: number | undefined;
}

export interface Contradiction {
  path: string[];
  message: string;
}

/** What is right by itself and wrong together. */
export function contradictionsIn(environment: Contradictory): Contradiction[] {
  const { region, dataKeyArn, alarmEmail, monthlyBudgetUsd } = environment;
  const found = [...neverWarm(environment), ...closedForTooLong(environment)];
  if (dataKeyArn !== undefined && dataKeyArn.split(':')[3] !== region) {
    found.push({ path: ['dataKeyArn'], message: `expected a key in ${region}` });
  }
  if (monthlyBudgetUsd !== undefined && alarmEmail === undefined) {
    found.push({ path: ['alarmEmail'], message: 'expected an address, which the budget needs' });
  }
  return found;
}

/** The queue of jobs keeps them for 13 days; the last is for working on them. */
const LONGEST_CLOSED_DAYS = 12;
const DAY_MS = 24 * 60 * 60 * 1000;

function closedForTooLong({ offHours, businessHours }: Contradictory): Contradiction[] {
  if (offHours !== 'wait-until-open') return [];
  const days = longestClosedMs(businessHours) / DAY_MS;
  const message = `expected no more than ${LONGEST_CLOSED_DAYS} days closed in a row where calls wait until open, got ${days.toFixed(1)}`;
  return days > LONGEST_CLOSED_DAYS ? [{ path: ['businessHours', 'holidays'], message }] : [];
}

/** Nothing but the opening wakes them where calls wait for it. */
function neverWarm({ offHours, transcription, analysis }: Contradictory): Contradiction[] {
  if (offHours !== 'wait-until-open') return [];
  const capacities = [
    { path: ['transcription', 'workers', 'min'], min: transcription.workers.min },
    { path: ['analysis', 'model', 'copies', 'min'], min: analysis.model?.copies.min ?? 1 },
  ];
  return capacities
    .filter(({ min }) => min === 0)
    .map(({ path }) => ({ path, message: 'expected 1 or more, as calls wait until open' }));
}
