import type { BusinessHours } from '../business-hours.ts';
import type { CallLengths } from './call-lengths.ts';
import { callsOfWeek, type PlannedCall } from './calls.ts';
import { WEEKS_PER_MONTH } from './cost-items.ts';
import { dailyDemand, hourlyDemand, type DailyDemand, type Demand } from './demand.ts';
import type { Deployment } from './deployment.ts';
import { leversOf, type Lever } from './levers.ts';
import { optimise, withProposal, type Optimisation } from './optimise.ts';
import { planWeek, type WeekPlanOptions } from './plan-week.ts';
import { PRICE_REGION, type Prices } from './prices.ts';
import { proposedHours } from './propose-hours.ts';
import {
  audioMinutesOf,
  managedReports,
  reportRow,
  type ManagedReport,
  type RowReport,
} from './report.ts';
import { targetsOf, type Target } from './targets.ts';
import type { Throughput } from './throughput.ts';
import { weekOf } from './week-of.ts';
import type { Week } from './week.ts';

/** All that a plan follows from: the same request gives the same plan. */
export interface PlanRequest {
  readonly environment: string;
  readonly region: string;
  readonly hours: BusinessHours;
  readonly deployment: Deployment;
  /** The week's first day, `YYYY-MM-DD`. */
  readonly date: string;
  /** Calls of a business day, or of each hour of the week. */
  readonly demand: DailyDemand | readonly number[];
  readonly lengths: CallLengths;
  readonly arabicShare: number;
  readonly throughputs: Readonly<Record<Throughput['row'], Throughput>>;
  readonly prices: Prices;
  readonly seed: number;
}

/** A row with what it is judged by. */
export type JudgedRow = RowReport & { readonly targets: readonly Target[] };

/** What `sada plan --json` prints: the expected row at the top, and both by name. */
export interface PlanDocument extends RowReport {
  readonly environment: string;
  readonly week: { readonly date: string; readonly timeZone: string };
  readonly priceRegion: string;
  readonly callsPerWeek: number;
  readonly audioMinutesPerWeek: number;
  readonly rows: Readonly<Record<Throughput['row'], JudgedRow>>;
  readonly managedServices: readonly ManagedReport[];
  readonly optimisation?: Readonly<Record<Throughput['row'], Proposals>>;
  readonly assumptions: Omit<PlanRequest, 'throughputs' | 'hours' | 'date' | 'environment'>;
  readonly notes: readonly string[];
}

/** Settings that would be better, and what no setting can do. */
export interface Proposals extends Optimisation {
  readonly hours: HoursProposal;
  readonly levers: readonly Lever[];
}

/** Hours that fit the calls, with the settings that are proposed. */
export interface HoursProposal extends Pick<BusinessHours, 'weekdays' | 'open' | 'close'> {
  readonly gpuCostPerWeek: number;
  /** Of all calls, whenever they come, in seconds. */
  readonly p95Overall: number;
}

/** There is nothing to plan for: a week of holidays, or arrivals that are all zero. */
export class NoCalls extends Error {
  override readonly name = 'NoCalls';

  constructor(date: string) {
    super(`no call comes in the week of ${date}, expected one at least`);
  }
}

/** @throws NoCalls in a week without any */
export function planDocument(request: PlanRequest): PlanDocument {
  const calls = plannedCalls(request);
  if (calls.length === 0) throw new NoCalls(request.date);
  const minutes = audioMinutesOf(calls);
  const judged = (row: Throughput['row']): JudgedRow => {
    const report = reportRow(optionsOf(request, calls, row));
    return { ...report, targets: targetsOf(report) };
  };
  const rows = { expected: judged('expected'), pessimistic: judged('pessimistic') };
  const { targets: _, ...top } = rows.expected;
  const { throughputs: __, hours, date, environment, ...assumptions } = request;
  return {
    environment,
    week: { date, timeZone: hours.timeZone },
    priceRegion: PRICE_REGION,
    callsPerWeek: calls.length,
    audioMinutesPerWeek: minutes,
    ...top,
    rows,
    managedServices: managedReports(minutes * WEEKS_PER_MONTH),
    assumptions,
    notes: notesOf(request, rows),
  };
}

/** Proposals for both rows; each is told of as `optimise` does. */
export function optimisationOf(
  request: PlanRequest,
  progress: (tried: number, of: number) => void,
): Record<Throughput['row'], Proposals> {
  const calls = plannedCalls(request);
  const of = (row: Throughput['row']): Proposals => {
    const options = optionsOf(request, calls, row);
    const found = optimise(options, progress);
    const deployment = withProposal(options.deployment, found.proposed);
    const hours = hoursProposal(request, { ...options, deployment });
    return { ...found, hours, levers: leversOf(options) };
  };
  return { expected: of('expected'), pessimistic: of('pessimistic') };
}

function hoursProposal({ hours, date }: PlanRequest, options: WeekPlanOptions): HoursProposal {
  const { weekdays, open, close, ...rest } = proposedHours(hours, date, options.calls);
  const week = weekOf({ weekdays, open, close, ...rest }, date);
  const { gpuCost, overall } = planWeek({ ...options, week });
  return { weekdays, open, close, gpuCostPerWeek: gpuCost.total, p95Overall: overall?.p95 ?? 0 };
}

/** The calls of the week, drawn. */
export function plannedCalls({
  lengths,
  arabicShare,
  seed,
  ...request
}: PlanRequest): PlannedCall[] {
  const demand = demandOf(request, weekOf(request.hours, request.date));
  return callsOfWeek({ demand, lengths, arabicShare, seed });
}

const demandOf = ({ demand }: Pick<PlanRequest, 'demand'>, week: Week): Demand =>
  'callsPerDay' in demand ? dailyDemand(week, demand) : hourlyDemand(demand);

/** What one row simulates. */
export const optionsOf = (
  { hours, date, deployment, throughputs, prices, seed }: PlanRequest,
  calls: readonly PlannedCall[],
  row: Throughput['row'],
): WeekPlanOptions => ({
  week: weekOf(hours, date),
  calls,
  deployment,
  throughput: throughputs[row],
  prices,
  seed,
});

function notesOf(
  { region, deployment, environment }: PlanRequest,
  rows: Record<Throughput['row'], RowReport>,
): string[] {
  const stuck = rows.pessimistic.callsThatNeverCome + rows.expected.callsThatNeverCome;
  const isFull = ({ mostWorkers, mostCopies }: RowReport): boolean =>
    mostWorkers >= deployment.workers.most || mostCopies >= deployment.copies.most;
  return [
    ...(region === PRICE_REGION
      ? []
      : [`prices are those of ${PRICE_REGION}; ${environment} is in ${region}, so state your own`]),
    ...(stuck > 0 ? ['some calls never come out: nothing is there for them'] : []),
    ...(Object.values(rows).some(isFull)
      ? ['workers or copies were at their maximum for a while: calls waited for that']
      : []),
  ];
}
