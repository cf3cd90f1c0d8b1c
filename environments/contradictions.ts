import { type BusinessHours, longestClosedMs } from '../core/business-hours.ts';
import { minutesOf, timeOf } from '../core/business-hours/hours.ts';
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
  const found = [
    ...neverWarm(environment),
    ...closedForTooLong(environment),
    ...stepsOutOfHours(environment),
  ];
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
const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60 * 1000;

function closedForTooLong({ offHours, businessHours }: Contradictory): Contradiction[] {
  if (offHours !== 'wait-until-open') return [];
  const days = longestClosedMs(businessHours) / DAY_MS;
  const message = `expected no more than ${LONGEST_CLOSED_DAYS} days closed in a row where calls wait until open, got ${days.toFixed(1)}`;
  return days > LONGEST_CLOSED_DAYS ? [{ path: ['businessHours', 'holidays'], message }] : [];
}

const capacitiesOf = ({ transcription, analysis }: Contradictory) => [
  { path: ['transcription', 'workers'], capacity: transcription.workers },
  ...(analysis.model === undefined
    ? []
    : [{ path: ['analysis', 'model', 'copies'], capacity: analysis.model.copies }]),
];

/** Nothing but the opening wakes them where calls wait for it. */
function neverWarm(environment: Contradictory): Contradiction[] {
  if (environment.offHours !== 'wait-until-open') return [];
  const message = 'expected 1 or more, as calls wait until open';
  return capacitiesOf(environment).flatMap(({ path, capacity: { min, minFrom = {} } }) => [
    ...(min === 0 ? [{ path: [...path, 'min'], message }] : []),
    ...Object.keys(minFrom)
      .filter((time) => minFrom[time] === 0)
      .map((time) => ({ path: [...path, 'minFrom', time], message })),
  ]);
}

/** The pre-warm of the next day, which may begin before this one has closed, sets `min` again. */
function stepsOutOfHours(environment: Contradictory): Contradiction[] {
  const { open, close, prewarmMinutes } = environment.businessHours;
  const rewarmed = DAY_MINUTES + minutesOf(open) - prewarmMinutes;
  const end = rewarmed < minutesOf(close) ? timeOf(rewarmed) : close;
  const message = `expected times after ${open} and before ${end}`;
  return capacitiesOf(environment)
    .filter(({ capacity: { minFrom = {} } }) =>
      Object.keys(minFrom).some((time) => time <= open || end <= time),
    )
    .map(({ path }) => ({ path: [...path, 'minFrom'], message }));
}
