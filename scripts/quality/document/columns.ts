import type { TaskName } from '../../../core/evaluation/tasks/index.ts';
import type { Measured } from '../measure.ts';
import { figure, rounded } from './table.ts';

/** A column of a task's table. */
export interface Column {
  readonly title: string;
  readonly of: (measured: Measured) => string;
}

const metric = (title: string, name: string): Column => ({
  title,
  of: ({ report }) => figure(report.metrics[name]),
});

/** Google's tokenizer reads no Arabic letter. */
const rouge = (title: string, name: string): Column => ({
  title,
  of: ({ set, report }) =>
    figure(report.metrics[set.lang === 'en' ? `r${name}` : `unicodeR${name}`]),
});

const majority: Column = {
  title: 'commonest label always',
  of: ({ report: { majority } }) => {
    if (majority === undefined) return '-';
    const { label, accuracy, macroF1 } = majority;
    const [accurate, balanced] = [accuracy, macroF1].map((value) =>
      typeof value === 'number' ? rounded(value) : '-',
    );
    return `${label}: accuracy ${accurate}, macro F1 ${balanced}`;
  },
};

const unanswered: Column = {
  title: 'no answer',
  of: ({ report }) => String(report.missing + report.unparsable),
};

const LABELS: readonly Column[] = [
  metric('accuracy', 'accuracy'),
  metric('macro F1', 'macroF1'),
  metric('weighted F1', 'weightedF1'),
  metric('kappa', 'kappa'),
];

/** What is told of each task, in the order of its columns. */
export const COLUMNS: Readonly<Record<Exclude<TaskName, 'speech'>, readonly Column[]>> = {
  sentiment: [...LABELS, metric('ordinal distance', 'ordinalDistance'), unanswered, majority],
  outcome: [...LABELS, unanswered, majority],
  topics: [
    metric('all topics right', 'accuracy'),
    metric('micro F1', 'microF1'),
    metric('macro F1', 'macroF1'),
    unanswered,
  ],
  summary: [
    rouge('ROUGE-1', 'ouge1'),
    rouge('ROUGE-2', 'ouge2'),
    rouge('ROUGE-L', 'ougeL'),
    rouge('ROUGE-Lsum', 'ougeLsum'),
    metric('compression', 'compressionRatio'),
    metric('evidence coverage', 'evidenceCoverage'),
  ],
  redaction: [
    metric('recall of spans', 'recall'),
    metric('precision of characters', 'charPrecision'),
    metric('clean turns changed', 'cleanTurnsChanged'),
  ],
};
