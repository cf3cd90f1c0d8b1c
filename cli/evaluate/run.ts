import type { BootstrapOptions } from '../../core/evaluation/bootstrap.ts';
import type { LabelMap } from '../../core/evaluation/labels.ts';
import { taskOf, type TaskName } from '../../core/evaluation/tasks/index.ts';
import type { AnyTask } from '../../core/evaluation/task.ts';
import type { Settings } from '../../core/settings/index.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { EXIT } from '../exit-codes.ts';
import { Misuse } from '../misuse.ts';
import { engineAnswers, type Answers } from './answers.ts';
import { withEncoder, type EncoderChoice } from './encoder/index.ts';
import { gatesOf, type Limit } from './gates.ts';
import { predictionsOf } from './read/predictions.ts';
import { reportOf, type Report } from './report.ts';
import { scoreSet } from './score.ts';
import { reportFolder } from './write/folder.ts';
import { markdownOf } from './write/markdown.ts';
import { withAnalyser } from './with-analyser.ts';

/** How a report is shown and what it must reach. */
export interface Showing {
  readonly json: boolean;
  readonly out: string | null;
  readonly limits: readonly Limit[];
}

export interface EvaluateOptions extends Showing {
  readonly task: TaskName;
  readonly gold: string;
  /** A prediction file, or an engine that answers. */
  readonly system: { readonly file: string } | { readonly engine: string };
  /** A second prediction file to compare with. */
  readonly against: string | null;
  readonly by: string | null;
  readonly map: LabelMap;
  /** Null: figures that need one are not available. */
  readonly encoder: EncoderChoice | null;
  /** A folder of settings files. */
  readonly settings: string | undefined;
  readonly bootstrap: BootstrapOptions;
}

/**
 * Runs `sada evaluate` on a set.
 * @returns the exit code
 * @throws Misuse for anything wrong with the files or the options
 */
export async function runEvaluate(options: EvaluateOptions): Promise<number> {
  const { task, map, encoder: choice } = options;
  if (choice !== null && task !== 'summary') throw new Misuse(`${task}: --encoder is for summary`);
  const settings = loadSettings(options.settings ?? DEFAULT_SETTINGS_FOLDER);
  const topics = settings.taxonomy.topics.map(({ id }) => id);
  return withEncoder(choice, (encoder) =>
    answered(options, settings, taskOf(task, { map, topics, encoder })),
  );
}

async function answered(
  options: EvaluateOptions,
  settings: Settings,
  task: AnyTask,
): Promise<number> {
  const { system } = options;
  if ('file' in system) return evaluate(options, task, await predictionsOf(system.file));
  if (task.name === 'speech')
    throw new Misuse('speech: no engine hears text; give transcripts with --pred');
  return withAnalyser(system.engine, settings, (analyser) =>
    evaluate(options, task, engineAnswers(analyser, settings.redaction)),
  );
}

async function evaluate(
  options: EvaluateOptions,
  task: AnyTask,
  answers: Answers,
): Promise<number> {
  const systems: Answers[] = [answers];
  try {
    const folder = options.out === null ? null : await reportFolder(options.out, task.errorColumns);
    if (options.against !== null) systems.push(await predictionsOf(options.against));
    const score = await scoreSet({
      task,
      gold: options.gold,
      systems,
      by: options.by,
      onError: folder && ((line) => folder.error(line)),
    });
    const report = withGates(reportOf(task, score, options.by, options.bootstrap), options.limits);
    await folder?.finish(report);
    return show(report, options);
  } finally {
    for (const system of systems) await system.close();
  }
}

/** The report with what became of its limits. */
export function withGates(report: Report, limits: readonly Limit[]): Report {
  return limits.length === 0 ? report : { ...report, gates: gatesOf(limits, report.metrics) };
}

/** The report on stdout, what fell short on stderr; whether its limits are kept as exit code. */
export function show(report: Report, { json }: Pick<Showing, 'json'>): number {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : markdownOf(report));
  const failed = (report.gates ?? []).filter(({ passed }) => !passed);
  for (const { metric, bound, limit, value } of failed) {
    process.stderr.write(`sada: ${metric} is ${value ?? 'not measured'}, ${bound} ${limit}\n`);
  }
  return failed.length === 0 ? EXIT.ok : EXIT.failed;
}
