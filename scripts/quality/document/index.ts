import type { Report } from '../../../cli/evaluate/report.ts';
import { TASK_NAMES } from '../../../core/evaluation/tasks/index.ts';
import type { Engine } from '../engines.ts';
import type { GoldSet } from '../gold-sets.ts';
import { BOOTSTRAP, type Measured } from '../measure.ts';
import { PUBLISHED } from '../published.ts';
import { figure, table } from './table.ts';
import { dialectSection, kindSection, taskSection } from './task-section.ts';

/** Everything that the document tells. */
export interface Quality {
  readonly engines: readonly Pick<Engine, 'name' | 'state' | 'revision'>[];
  readonly sets: readonly GoldSet[];
  readonly measured: readonly Measured[];
  /** From audio; null when that was left out. */
  readonly recordings: Report | null;
}

const INTRODUCTION = `# The quality of the answers

Made by \`npm run bench:quality\`; the same checkout gives the same file. A value is followed by its 95 % interval: Wilson for accuracy and for the recall of a kind, else ${BOOTSTRAP.samples} bootstrap samples (seed ${BOOTSTRAP.seed}).

These sets are small: at n = 30 an accuracy is known to some 17 points either way, at n = 10 to some 26. Differences within the intervals are noise. \`tune\` rows may be read while an analyser is changed, \`held-out\` rows may not ([the guide](../../test/gold/GUIDE.md)): the held-out figure is the one to believe. What is ours was labelled by one hand that wrote it; the licensed sets are [other people's](../../test/gold/licensed/ATTRIBUTION.md), tweets among them, which are no calls, and nothing kept them from being read while the baseline was written.`;

/** docs/benchmarks/quality.md. */
export function qualityDocument({ engines, sets, measured, recordings }: Quality): string {
  return [
    INTRODUCTION,
    '## Engines',
    table(
      ['engine', 'state', 'revision'],
      engines.map(({ name, state, revision }) => [name, state, revision ?? '-']),
    ),
    'The revision is a hash of the sources that an engine is made of, its redactor included.',
    '## Sets',
    table(
      ['set', 'n', 'language', 'scored for', 'revision'],
      sets.map(({ name, rows, lang, tasks, revision }) => [
        name,
        String(rows.length),
        lang,
        tasks.join(', ') || '-',
        revision,
      ]),
    ),
    ...TASK_NAMES.flatMap((task) => taskSection(task, measured)),
    ...dialectSection(measured),
    ...kindSection(measured),
    ...recordingsSection(recordings),
    ...publishedSection(),
  ]
    .join('\n\n')
    .concat('\n');
}

function recordingsSection(report: Report | null): string[] {
  const title = '## From audio to labels';
  if (report === null) return [title, 'Not measured in this run.'];
  const shown = [
    'wer',
    'werNormalised',
    ...['sentiment', 'outcome'].map((one) => `${one}.accuracy`),
  ];
  return [
    title,
    table(
      ['set', 'n', 'engine', 'figure', 'value'],
      shown.map((name) => [
        'samples',
        String(report.n),
        report.system,
        name,
        figure(report.metrics[name]),
      ]),
    ),
    'Synthetic voices, and words that the demo recogniser was made to know: this shows that the way holds, not how well real calls are heard.',
  ];
}

function publishedSection(): string[] {
  return [
    '## Published by others',
    'Figures of the systems that this project starts from, as they published them: not measured again here, and on other data than the above, so that no row can be compared with a row above.',
    table(
      ['system', 'task', 'data', 'published'],
      PUBLISHED.map(({ system, task, data, figures }) => [system, task, data, figures]),
    ),
  ];
}
