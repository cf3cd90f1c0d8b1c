import type { CallRecord } from '../../../core/call.ts';
import type { BootstrapOptions } from '../../../core/evaluation/bootstrap.ts';
import { measure, type Metrics } from '../../../core/evaluation/measure.ts';
import type { LabelMap } from '../../../core/evaluation/labels.ts';
import { BadRow, type GoldRow, type IdentifiedRow } from '../../../core/evaluation/rows.ts';
import type { AnyTask } from '../../../core/evaluation/task.ts';
import { Tallies } from '../../../core/evaluation/tallies.ts';
import { taskOf, type TaskName } from '../../../core/evaluation/tasks/index.ts';
import type { Report } from '../report.ts';
import type { ErrorLine } from '../score.ts';

/** What a recording is scored for; its transcript's figures need no prefix. */
const SPEECH = 'speech';
const TASKS: readonly TaskName[] = [SPEECH, 'sentiment', 'outcome', 'topics'];

export const ERROR_COLUMNS = ['task', 'error'];

interface TaskScore {
  readonly name: TaskName;
  readonly task: AnyTask;
  readonly tallies: Tallies;
  /** Why truths could not be used. */
  readonly unusable: Set<string>;
}

/** How the whole way did on recordings, task by task. */
export class PipelineScore {
  readonly errors: ErrorLine[] = [];
  /** Recordings without a truth file. */
  skipped = 0;
  readonly #tasks: readonly TaskScore[];
  readonly #engines = new Set<string>();
  #rows = 0;
  #missing = 0;

  /** @param topics those of the taxonomy */
  constructor(map: LabelMap, topics: readonly string[]) {
    this.#tasks = TASKS.map((name) => ({
      name,
      task: taskOf(name, map, topics),
      tallies: new Tallies(),
      unusable: new Set<string>(),
    }));
  }

  /** @param found null for a call that failed: wrong in every task */
  add(gold: GoldRow, found: IdentifiedRow | null): void {
    this.#rows++;
    if (found === null) this.#missing++;
    for (const score of this.#tasks) this.#addTo(score, gold, found);
  }

  /** A truth file need not have every label, and may have labels that only its author knows. */
  #addTo(score: TaskScore, gold: GoldRow, found: IdentifiedRow | null): void {
    const { name, task, tallies, unusable } = score;
    const truth = truthOf(task, gold);
    if (truth instanceof BadRow) {
      unusable.add(truth.message);
      return;
    }
    const answer: unknown = found && task.answer(found);
    tallies.add(task.tally(truth, answer));
    for (const error of task.errors(truth, answer)) {
      this.errors.push([gold.id, gold.lang ?? '', name, labelled(task.errorColumns, error)]);
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
      n: tallies.rows,
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
        tasks.map(({ name, n, metrics, details }) => [name, { n, metrics, ...details }]),
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
      ...this.#tasks
        .filter(({ tallies }) => tallies.rows < this.#rows)
        .map(({ name, tallies, unusable }) =>
          [`${name}: only ${tallies.rows} of ${this.#rows} truths can be scored`, ...unusable].join(
            '; ',
          ),
        ),
      'words are compared after redaction of both sides, channel by channel',
    ];
  }
}

function truthOf(task: AnyTask, gold: GoldRow): unknown {
  try {
    return task.truth(gold);
  } catch (error) {
    if (error instanceof BadRow) return error;
    throw error;
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
