import type { Values } from '../../../core/evaluation/metric.ts';
import { GoldRow, IdentifiedRow } from '../../../core/evaluation/rows.ts';
import { Tallies } from '../../../core/evaluation/tallies.ts';
import type { AnyTask } from '../../../core/evaluation/task.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The figures of a task over rows and what answers them; null is no answer. */
export function figuresOf(
  task: AnyTask,
  rows: readonly (readonly [Fields, Fields | null])[],
): Values {
  const tallies = new Tallies();
  for (const [at, [gold, prediction]] of rows.entries()) {
    const id = String(at);
    const truth: unknown = task.truth(GoldRow.parse({ id, ...gold }));
    const answer: unknown = prediction && task.answer(IdentifiedRow.parse({ id, ...prediction }));
    tallies.add(task.tally(truth, answer));
  }
  return task.figures(tallies.total());
}
