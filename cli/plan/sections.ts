import { WEEKS_PER_MONTH } from '../../core/plan/cost-items.ts';
import type { PlanDocument } from '../../core/plan/document.ts';
import type { RowReport } from '../../core/plan/report.ts';
import { count, ratio, seconds, usd } from './figures.ts';
import { proposalSections } from './proposal-sections.ts';

/** A table of a plan, whatever it is shown in. */
export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a plan says, in tables. */
export function sectionsOf(plan: PlanDocument): Section[] {
  const rows = Object.values(plan.rows);
  const head = rows.map(({ throughput: t }) => `${t.row}: Whisper ${t.whisperRealTime}x`);
  const table = (title: string, lines: readonly [string, (row: RowReport) => string][]) => ({
    title,
    head: ['', ...head],
    rows: lines.map(([name, valueOf]) => [name, ...rows.map(valueOf)]),
  });
  return [
    table('The week', WEEK),
    table('Money', MONEY),
    {
      title: 'Cost of a month, by item',
      head: ['', ...head],
      rows: itemRows(rows),
    },
    {
      title: 'Others, by the minute',
      head: ['service', 'a month', 'an audio minute', ''],
      rows: plan.managedServices.map(({ name, costPerMonth, costPerAudioMinute, note }) => [
        name,
        usd(costPerMonth),
        usd(costPerAudioMinute),
        note,
      ]),
    },
    targetSection(plan),
    ...(plan.optimisation === undefined ? [] : proposalSections(plan.optimisation)),
  ];
}

const WEEK: readonly [string, (row: RowReport) => string][] = [
  ['time to insight in hours, p50', (row) => seconds(row.timeToInsightSeconds.p50)],
  ['p95', (row) => seconds(row.timeToInsightSeconds.p95)],
  ['p99', (row) => seconds(row.timeToInsightSeconds.p99)],
  ['overall, p95', (row) => seconds(row.timeToInsightSecondsOverall.p95)],
  ['calls waiting, at most', (row) => count(row.mostWaitingCalls)],
  ['workers, at most', (row) => count(row.mostWorkers)],
  ['JAIS copies, at most', (row) => count(row.mostCopies)],
  ['hours of workers on demand', (row) => count(row.gpuHoursPerWeek.workers.onDemand)],
  ['hours of workers on Spot', (row) => count(row.gpuHoursPerWeek.workers.spot)],
  ['hours of JAIS copies', (row) => count(row.gpuHoursPerWeek.copies)],
];

const MONEY: readonly [string, (row: RowReport) => string][] = [
  ['GPUs a week', (row) => usd(row.gpuCostPerWeek)],
  ['lower bound: work by throughput', (row) => usd(row.lowerBoundGpuCostPerWeek)],
  ['GPUs by the lower bound', (row) => ratio(row.gpuCostToLowerBound)],
  [
    'always on, as quick',
    (row) =>
      `${usd(row.alwaysOnGpuCostPerWeek)} (${row.alwaysOn.workers} + ${row.alwaysOn.copies})`,
  ],
  ['GPUs by always on', (row) => ratio(row.gpuCostToAlwaysOn)],
  ['all in, a month', (row) => usd(row.costPerMonth)],
  ['a call', (row) => usd(row.costPerCall)],
  ['an audio minute', (row) => usd(row.costPerAudioMinute)],
];

function itemRows(rows: readonly RowReport[]): string[][] {
  const items = Object.keys(rows[0]?.costPerWeek ?? {}) as (keyof RowReport['costPerWeek'])[];
  return items.map((item) => [
    item,
    ...rows.map(({ costPerWeek }) => usd(costPerWeek[item] * WEEKS_PER_MONTH)),
  ]);
}

function targetSection({ rows }: PlanDocument): Section {
  const all = Object.values(rows);
  const figures = all[0]?.targets ?? [];
  return {
    title: 'Against what is promised',
    head: ['', 'at most', ...all.map(({ throughput }) => throughput.row)],
    rows: figures.map(({ figure, limit }, at) => [
      figure,
      String(limit),
      ...all.map(({ targets }) => {
        const target = targets[at];
        if (target === undefined) return '';
        return `${Number(target.value.toPrecision(3))} ${target.isMet ? 'met' : 'missed'}`;
      }),
    ]),
  };
}
