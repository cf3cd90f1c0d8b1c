import { count, ratio, seconds, usd } from '../../cli/plan/figures.ts';
import { tableMarkdown } from '../../cli/plan/markdown.ts';
import { WEEKS_PER_MONTH, type CostItem } from '../../core/plan/cost-items.ts';
import { optionsOf, plannedCalls } from '../../core/plan/document.ts';
import { leversOf, type Lever } from '../../core/plan/levers.ts';
import { planWeek } from '../../core/plan/plan-week.ts';
import { PRICE_REGION } from '../../core/plan/prices.ts';
import {
  managedReports,
  reportRow,
  rowWithoutAlwaysOn,
  type AffordableRow,
  type RowReport,
} from '../../core/plan/report.ts';
import { targetsOf } from '../../core/plan/targets.ts';
import { priceSection } from './prices.ts';
import { REFERENCE_CALLS, requestFor, VOLUMES } from './requests.ts';
import { assumptionSection } from './assumptions.ts';

interface Volume {
  readonly callsPerDay: number;
  readonly minutesPerMonth: number;
  readonly row: AffordableRow;
}

/** `docs/costs.md`, simulated and priced anew. */
export function costsDocument(): string {
  const volumes = VOLUMES.map(volumeOf);
  return [
    INTRODUCTION,
    totals(volumes),
    items(volumes),
    reference(),
    priceSection(),
    assumptionSection(requestFor(REFERENCE_CALLS)),
    '',
  ].join('\n\n');
}

const INTRODUCTION = `# What it costs

Made by \`npm run costs\` from the price table in [core/plan/prices.ts](../core/plan/prices.ts), and held equal to it by a test. Nothing here was measured in an account or on a T4: a week of the environment \`prod\` is simulated, its own schedule and scaling rules at work, with calls of five minutes on average and a peak hour of twice the mean, at the expected throughput. Prices are list prices of ${PRICE_REGION}, without taxes, free tiers and savings plans; Spot is the middle of what was read. Your own numbers: \`npx sada plan --help\`.`;

function volumeOf(callsPerDay: number): Volume {
  const request = requestFor(callsPerDay);
  const calls = plannedCalls(request);
  const row = rowWithoutAlwaysOn(calls, planWeek(optionsOf(request, calls, 'expected')));
  return {
    callsPerDay,
    minutesPerMonth: calls.reduce((sum, { minutes }) => sum + minutes, 0) * WEEKS_PER_MONTH,
    row,
  };
}

function totals(volumes: readonly Volume[]): string {
  const line = (name: string, valueOf: (volume: Volume) => string): string[] => [
    name,
    ...volumes.map(valueOf),
  ];
  const services = managedReports(1).map(({ name }) => name);
  return `## By volume\n\n${tableMarkdown(
    ['calls a business day', ...volumes.map(({ callsPerDay }) => count(callsPerDay))],
    [
      line('a call', ({ row }) => usd(row.costPerCall)),
      line('an audio minute', ({ row }) => usd(row.costPerAudioMinute)),
      line('a month', ({ row }) => usd(row.costPerMonth)),
      line('p95 time to insight in hours', ({ row }) => seconds(row.timeToInsightSeconds.p95)),
      ...services.map((name, at) =>
        line(`${name}, an audio minute`, ({ minutesPerMonth }) =>
          usd(managedReports(minutesPerMonth)[at]?.costPerAudioMinute ?? 0),
        ),
      ),
    ],
  )}\n\nMachines are those of \`prod\`, sized for ${count(REFERENCE_CALLS)} calls a day, in proportion, and one at least of each while it is open: at few calls their idle time is what is paid. Minimums by the time of the day are set so that both throughputs below keep their time, so at the expected one they are more than it needs, which shows most at many calls. ${notesOfServices()}`;
}

const notesOfServices = (): string =>
  `Of the services: ${managedReports(1)
    .map(({ name, note }) => `${name}: ${note}`)
    .join('. ')}.`;

function items(volumes: readonly Volume[]): string {
  const names = Object.keys(volumes[0]?.row.costPerWeek ?? {}) as CostItem[];
  return `## A month, by item\n\n${tableMarkdown(
    ['calls a business day', ...volumes.map(({ callsPerDay }) => count(callsPerDay))],
    names.map((name) => [
      name,
      ...volumes.map(({ row }) => usd(row.costPerWeek[name] * WEEKS_PER_MONTH)),
    ]),
  )}`;
}

/** Both rows where `prod` is as it is written. */
function reference(): string {
  const request = requestFor(REFERENCE_CALLS);
  const calls = plannedCalls(request);
  const options = (['expected', 'pessimistic'] as const).map((row) =>
    optionsOf(request, calls, row),
  );
  const rows = options.map(reportRow);
  return [
    `## ${count(REFERENCE_CALLS)} calls a day, by throughput`,
    rowTable(rows),
    judgement(rows),
    withoutRecordings(rows),
    '### What no setting does',
    'Each with those before it, simulated and not built. The design pays for three things above its lower bound: machines that are there for calls that may come, machines that stay 15 to 27 minutes after their work, and a first worker that never depends on Spot.',
    ...options.map((one, at) => leverTable(rows[at]?.throughput.row ?? '', leversOf(one))),
  ].join('\n\n');
}

/** Recordings are paid for wherever they lie. */
function withoutRecordings(rows: readonly RowReport[]): string {
  const figures = rows.map(({ costPerWeek, costPerAudioMinute, throughput }) => {
    const all = Object.values(costPerWeek).reduce((sum, cost) => sum + cost, 0);
    const share = costPerWeek['Storage of recordings'] / all;
    return `${usd(costPerAudioMinute * (1 - share))} (${throughput.row})`;
  });
  return `Without the storage of recordings, which is paid wherever they are kept: ${figures.join(' and ')} an audio minute.`;
}

const rowTable = (rows: readonly RowReport[]): string =>
  tableMarkdown(
    [
      '',
      ...rows.map(
        ({ throughput: t }) =>
          `${t.row}: Whisper ${t.whisperRealTime}x, JAIS ${t.jaisCallsPerMinute} calls a minute`,
      ),
    ],
    [
      ['GPUs a week', ...rows.map((row) => usd(row.gpuCostPerWeek))],
      ['lower bound: work by throughput', ...rows.map((row) => usd(row.lowerBoundGpuCostPerWeek))],
      ['always on, as quick', ...rows.map((row) => usd(row.alwaysOnGpuCostPerWeek))],
      ['p50 time to insight', ...rows.map((row) => seconds(row.timeToInsightSeconds.p50))],
      ['p99 time to insight', ...rows.map((row) => seconds(row.timeToInsightSeconds.p99))],
      ['a month, all in', ...rows.map((row) => usd(row.costPerMonth))],
    ],
  );

function judgement(rows: readonly RowReport[]): string {
  const judged = rows.map(targetsOf);
  return tableMarkdown(
    ['aim', 'at most', ...rows.map(({ throughput }) => throughput.row)],
    (judged[0] ?? []).map(({ figure, limit }, at) => [
      figure,
      String(limit),
      ...judged.map((targets) => {
        const target = targets[at];
        const value = Number(target?.value.toPrecision(3));
        return `${value}, ${target?.isMet === true ? 'met' : 'missed'}`;
      }),
    ]),
  );
}

const leverTable = (row: string, levers: readonly Lever[]): string =>
  tableMarkdown(
    [row, 'GPUs a week', 'by the lower bound', 'p95'],
    levers.map(({ change, gpuCostPerWeek, gpuCostToLowerBound, p95 }) => [
      change,
      usd(gpuCostPerWeek),
      ratio(gpuCostToLowerBound),
      seconds(p95),
    ]),
  );
