import type { Answers } from '../../cli/evaluate/answers.ts';
import { reportOf, type Report } from '../../cli/evaluate/report.ts';
import { scoreSet } from '../../cli/evaluate/score.ts';
import type { BootstrapOptions } from '../../core/evaluation/bootstrap.ts';
import type { TaskName } from '../../core/evaluation/tasks/index.ts';
import type { GoldSet } from './gold-sets.ts';
import { LEADS } from './lead.ts';
import { writtenTask } from './written-task.ts';

/** How one system did on one task of one set. */
export interface Measured {
  readonly set: GoldSet;
  readonly task: TaskName;
  readonly report: Report;
}

/** Enough for intervals that two seeds agree on to a hundredth. */
export const BOOTSTRAP: BootstrapOptions = { samples: 1000, seed: 1 };

export const GROUP = 'dialect';

/** Every system on every task of every set, in that order reversed. */
export async function measureAll(
  sets: readonly GoldSet[],
  systems: readonly Answers[],
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const set of sets) {
    for (const task of set.tasks) {
      const others = task === 'summary' ? LEADS : [];
      for (const system of [...systems, ...others]) {
        measured.push({ set, task, report: await reportOn(set, task, system) });
      }
    }
  }
  return measured;
}

async function reportOn(set: GoldSet, name: TaskName, system: Answers): Promise<Report> {
  const task = writtenTask(name);
  const by = set.rows.some((row) => row[GROUP] !== undefined) ? GROUP : null;
  const score = await scoreSet({
    task,
    gold: set.file,
    systems: [system],
    by,
    onError: null,
  });
  return reportOf(task, score, by, BOOTSTRAP);
}
