import type { TaskName } from '../../../core/evaluation/tasks/index.ts';
import { wilson } from '../../../core/evaluation/wilson.ts';
import { GROUP, type Measured } from '../measure.ts';
import { COLUMNS } from './columns.ts';
import { figure, table } from './table.ts';

type WrittenTask = keyof typeof COLUMNS;

const NOTES: Readonly<Record<WrittenTask, string>> = {
  sentiment:
    'Ordinal distance: 0 is right, 1 a neighbouring label, 2 positive for negative; the mean over rows.',
  outcome: 'The labels of `licensed/calls.en.ckm` were made by a language model.',
  topics: 'All topics right: none missing and none too many.',
  summary:
    "F of ROUGE: Google's, stemmed, for English; over letters of every script for Arabic. Compression: words of the summary for each word of the call. Evidence coverage: words of the summary that stand in the turns that it points at.",
  redaction:
    'Recall: spans of which no character survived. `licensed/chats.en.abcd` has only what a profile lists marked, and MultiDoGO marks the last four digits of a number, which our guide lets stay: read their recall by kind.',
};

/** The table of a task over all sets that have its truth; null when none has. */
export function taskSection(task: TaskName, all: readonly Measured[]): string[] {
  const measured = all.filter((one) => one.task === task);
  if (!(task in COLUMNS) || measured.length === 0) return [];
  const columns = COLUMNS[task as WrittenTask];
  const rows = measured.map((one) => [
    one.set.name,
    String(one.report.n),
    one.report.system,
    ...columns.map((column) => column.of(one)),
  ]);
  return [
    `## ${task[0]?.toUpperCase()}${task.slice(1)}`,
    table(['set', 'n', 'engine', ...columns.map(({ title }) => title)], rows),
    NOTES[task as WrittenTask],
  ];
}

/** Fewer rows of a dialect say nothing. */
const FEWEST_ROWS = 5;

/** The accuracy of sentiments by dialect. */
export function dialectSection(all: readonly Measured[]): string[] {
  const rows = all
    .filter(({ task }) => task === 'sentiment')
    .flatMap(({ set, report }) =>
      Object.entries(report.by?.[GROUP] ?? {})
        .filter(([, { n }]) => n >= FEWEST_ROWS)
        .map(([dialect, { n, metrics }]) => [
          set.name,
          dialect,
          String(n),
          report.system,
          figure(metrics['accuracy']),
        ]),
    );
  if (rows.length === 0) return [];
  return ['### Sentiment by dialect', table(['set', 'dialect', 'n', 'engine', 'accuracy'], rows)];
}

/** Recall of each kind of personal data, with Wilson's interval over spans: most kinds have few. */
export function kindSection(all: readonly Measured[]): string[] {
  const rows = all
    .filter(({ task }) => task === 'redaction')
    .flatMap(({ set, report }) =>
      Object.entries(report.metrics)
        .filter(([name]) => name.startsWith('recall.'))
        .map(([name, { value }]) => {
          const kind = name.slice('recall.'.length);
          const spans = spansOf(set, kind);
          const interval = wilson(Math.round((value ?? 0) * spans), spans);
          const recall = figure({
            value,
            low: interval?.low ?? null,
            high: interval?.high ?? null,
          });
          return [set.name, kind, String(spans), report.system, recall];
        }),
    );
  if (rows.length === 0) return [];
  return ['### Redaction by kind', table(['set', 'kind', 'spans', 'engine', 'recall'], rows)];
}

function spansOf({ rows }: Measured['set'], kind: string): number {
  const spans = rows.flatMap((row) => (row['pii'] ?? []) as { kind: string }[]);
  return spans.filter((span) => span.kind === kind).length;
}
