import type { CallRecord } from '../../../core/call.ts';
import type { BootstrapOptions } from '../../../core/evaluation/bootstrap.ts';
import { measure, type Metrics } from '../../../core/evaluation/measure.ts';
import type { GoldRow, IdentifiedRow } from '../../../core/evaluation/rows.ts';
import { Tallies } from '../../../core/evaluation/tallies.ts';
import { taskOf, type TaskName } from '../../../core/evaluation/tasks/index.ts';
import type { Report } from '../report.ts';
import type { ErrorLine } from '../score.ts';

/** What a recording is scored for; its transcript's figures need no prefix. */
const SPEECH = 'speech';
const TASKS: readonly TaskName[] = [SPEECH, 'sentiment', 'outcome', 'topics'];

export const ERROR_COLUMNS = ['task', 'error'];

/** How the whole way did on recordings, task by task. */
export class PipelineScore {
  readonly errors: ErrorLine[] = [];
  /** Recordings without a truth file. */
  skipped = 0;
  readonly #tasks = TASKS.map((name) => ({ name, task: taskOf(name), tallies: new Tallies() }));
  readonly #engines = new Set<string>();
  #rows = 0;
  #missing = 0;

  /** @param found null for a call that failed: wrong in every task */
  add(gold: GoldRow, found: IdentifiedRow | null): void {
    this.#rows++;
    if (found === null) this.#missing++;
    for (const { name, task, tallies } of this.#tasks) {
      const truth: unknown = task.truth(gold);
      const answer: unknown = found && task.answer(found);
      tallies.add(task.tally(truth, answer));
      for (const error of task.errors(truth, answer)) {
        this.errors.push([gold.id, gold.lang ?? '', name, labelled(task.errorColumns, error)]);
      }
    }
  }

  heardBy({ transcriptionEngine, analysisEngine }: CallRecord): void {
    for (const engine of [transcriptionEngine, analysisEngine]) {
      if (engine !== undefined) this.#engines.add(engine);
    }
  }

  report(options: BootstrapOptions): Report {
    const tasks = this.#tasks.map(({ name, task, tallies }) => ({
      name,
      metrics: measure(task, tallies, options),
      details: task.details(tallies.total()),
    }));
    return {
      task: 'pipeline',
      n: this.#rows,
      metrics: Object.assign({}, ...tasks.map(prefixed)) as Metrics,
      system: [...this.#engines].join(' + ') || 'local system',
      missing: this.#missing,
      unparsable: 0,
      extra: null,
      tasks: Object.fromEntries(
        tasks.map(({ name, metrics, details }) => [name, { n: this.#rows, metrics, ...details }]),
      ),
      bootstrap: options,
      notes: this.#notes(),
    };
  }

  #notes(): string[] {
    return [
      ...(this.#missing > 0
        ? [`${this.#missing} of ${this.#rows} calls failed: counted as wrong`]
        : []),
      ...(this.skipped > 0 ? [`${this.skipped} recordings without a truth file: not scored`] : []),
      'words are compared after redaction of both sides, channel by channel',
    ];
  }
}

function prefixed({ name, metrics }: { name: string; metrics: Metrics }): Metrics {
  if (name === SPEECH) return metrics;
  return Object.fromEntries(
    Object.entries(metrics).map(([metric, value]) => [`${name}.${metric}`, value]),
  );
}

function labelled(columns: readonly string[], cells: readonly (string | number)[]): string {
  return cells.map((cell, at) => `${columns[at] ?? ''} ${cell}`).join(', ');
}
