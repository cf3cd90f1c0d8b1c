import { readFile } from 'node:fs/promises';
import { ArrivalsInvalid, parseHourlyArrivals } from '../../core/plan/hourly-arrivals.ts';
import {
  NoCalls,
  optimisationOf,
  planDocument,
  type PlanDocument,
  type PlanRequest,
} from '../../core/plan/document.ts';
import { usualWeekAfter } from '../../core/plan/week-of.ts';
import { loadEnvironment, type Environment } from '../../environments/index.ts';
import { EXIT } from '../exit-codes.ts';
import { Misuse } from '../misuse.ts';
import { calendarOf } from './calendar.ts';
import { deploymentOf } from './deployment-of.ts';
import { progressLine } from './progress.ts';
import { planText } from './text.ts';
import { writePlan } from './write.ts';

export interface PlanOptions {
  readonly env: string;
  readonly json: boolean;
  readonly calendar: boolean;
  readonly optimise: boolean;
  readonly out: string | null;
  readonly from: string | null;
  readonly arrivals: string | null;
  readonly callsPerDay: number;
  readonly offHoursShare: number;
  /** The rest of a request, as the command line states it. */
  readonly stated: Pick<PlanRequest, 'arabicShare' | 'throughputs' | 'prices' | 'seed'>;
  readonly lengths: Omit<PlanRequest['lengths'], 'mostMinutes'>;
}

/** Plans, or shows the schedule; resolves with the exit code. */
export async function runPlan(options: PlanOptions): Promise<number> {
  const environment = environmentNamed(options.env);
  if (options.calendar) {
    process.stdout.write(calendarOf(environment, weekDate(environment, options), options.json));
    return EXIT.ok;
  }
  const request = await requestOf(environment, options);
  const plan = planned(request);
  const progress = progressLine(process.stderr);
  const document = options.optimise
    ? { ...plan, optimisation: optimisationOf(request, progress.show) }
    : plan;
  progress.end();
  if (options.out !== null) await writePlan(options.out, document);
  process.stdout.write(options.json ? `${JSON.stringify(document)}\n` : planText(document));
  return EXIT.ok;
}

function planned(request: PlanRequest): PlanDocument {
  try {
    return planDocument(request);
  } catch (error) {
    throw error instanceof NoCalls ? new Misuse(error.message) : error;
  }
}

function environmentNamed(name: string): Environment {
  try {
    return loadEnvironment(name);
  } catch (error) {
    throw error instanceof Error ? new Misuse(error.message) : error;
  }
}

async function requestOf(environment: Environment, options: PlanOptions): Promise<PlanRequest> {
  const deployment = deploymentOf(environment);
  const { businessHours, region, maxDurationSeconds } = environment;
  const hourly = options.arrivals === null ? null : await arrivalsIn(options.arrivals);
  const { callsPerDay, offHoursShare, lengths, stated } = options;
  return {
    environment: environment.name,
    region,
    hours: businessHours,
    deployment,
    date: hourly?.date ?? weekDate(environment, options),
    demand: hourly?.calls ?? { callsPerDay, offHoursShare },
    lengths: { ...lengths, mostMinutes: maxDurationSeconds / 60 },
    ...stated,
  };
}

const weekDate = ({ businessHours }: Environment, { from }: PlanOptions): string =>
  from ?? usualWeekAfter(businessHours, Date.now());

async function arrivalsIn(file: string): Promise<ReturnType<typeof parseHourlyArrivals>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Misuse('--arrivals: the file cannot be read');
  });
  try {
    return parseHourlyArrivals(text);
  } catch (error) {
    throw error instanceof ArrivalsInvalid ? new Misuse(error.message) : error;
  }
}
