import type { Metric } from '../../../core/evaluation/metric.ts';
import type { Metrics } from '../../../core/evaluation/measure.ts';
import type { Details } from '../../../core/evaluation/task.ts';
import type { Comparison, Report } from '../report.ts';

/** A report for people: figures with n and interval, what fell short, and where it went wrong. */
export function markdownOf(report: Report): string {
  const { task, n, system, metrics, by, against, bootstrap } = report;
  return [
    `# ${task}: ${cell(system)}`,
    `n = ${n}. Intervals are 95 %: Wilson for accuracy, else bootstrap (${bootstrap.samples} samples, seed ${bootstrap.seed}).`,
    ...(report.notes.length > 0 ? [report.notes.map((note) => `- ${note}`).join('\n')] : []),
    metricsTable(metrics),
    ...majoritySection(report),
    ...gatesSection(report),
    ...classSection(report),
    ...confusionSection(report),
    ...Object.entries(report.tasks ?? {}).flatMap(([name, details]) => [
      ...classSection(details, `## ${name} by class`),
      ...confusionSection(details, `## ${name}: confusion (rows: truth)`),
    ]),
    ...Object.entries(by ?? {}).flatMap(([field, groups]) =>
      Object.entries(groups).flatMap(([value, group]) => [
        `## ${cell(field)} ${cell(value)}, n = ${group.n}`,
        metricsTable(group.metrics),
      ]),
    ),
    ...(against ? comparisonSection(against) : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function metricsTable(metrics: Metrics): string {
  return table(
    ['metric', 'value', '95 % interval'],
    Object.entries(metrics).map(([name, metric]) => [name, valueOf(metric), intervalOf(metric)]),
  );
}

function majoritySection({ majority }: Report): string[] {
  if (majority === undefined) return [];
  const { label, ...figures } = majority;
  const shown = Object.entries(figures).map(
    ([name, value]) => `${name} ${typeof value === 'number' ? figure(value) : '-'}`,
  );
  return [`Always answering "${label}" scores: ${shown.join(', ')}.`];
}

function gatesSection({ gates = [] }: Report): string[] {
  return gates.map(
    ({ metric, bound, limit, value, passed }) =>
      `${passed ? 'Passed' : 'FAILED'}: ${metric} ${value === null ? 'not measured' : figure(value)}, ${bound} ${limit}.`,
  );
}

function classSection({ perClass }: Details, title = '## By class'): string[] {
  if (perClass === undefined) return [];
  const rows = perClass.map(({ label, precision, recall, f1, support }) => [
    label,
    ...[precision, recall, f1].map(figure),
    String(support),
  ]);
  return [title, table(['class', 'precision', 'recall', 'F1', 'n'], rows)];
}

function confusionSection({ confusion }: Details, title = '## Confusion (rows: truth)'): string[] {
  if (confusion === undefined) return [];
  const rows = confusion.rows.map((name, row) => [
    name,
    ...(confusion.counts[row] ?? []).map(String),
  ]);
  return [title, table(['', ...confusion.columns], rows)];
}

function comparisonSection({ system, metrics, difference, mcnemar }: Comparison): string[] {
  const rows = Object.entries(metrics).map(([name, metric]) => {
    const less = difference[name];
    return [name, valueOf(metric), less ? `${valueOf(less)} (${intervalOf(less)})` : '-'];
  });
  const test =
    mcnemar === null
      ? []
      : [
          `McNemar: ${mcnemar.onlyFirstRight} rows right only here, ${mcnemar.onlySecondRight} only there, p = ${mcnemar.p.toPrecision(3)}.`,
        ];
  return [
    `## Against ${cell(system)}`,
    table(['metric', 'theirs', 'ours less theirs'], rows),
    ...test,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** Four places tell two systems of 10,000 rows apart. */
const figure = (value: number): string => value.toFixed(4);

function valueOf({ value, reason }: Metric): string {
  return value === null ? (reason ?? 'not measured') : figure(value);
}

function intervalOf({ low, high }: Metric): string {
  return low === null || high === null ? '-' : `${figure(low)} to ${figure(high)}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
