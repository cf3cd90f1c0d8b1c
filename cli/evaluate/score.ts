import { GoldRow, type IdentifiedRow } from '../../core/evaluation/rows.ts';
import { Tallies } from '../../core/evaluation/tallies.ts';
import type { AnyTask } from '../../core/evaluation/task.ts';
import { Misuse } from '../misuse.ts';
import type { Answers } from './answers.ts';
import { IdIndex } from './read/id-index.ts';
import { atLine, rowsOf } from './read/rows.ts';

/** A line of the list of errors: id, language, then what the task says. */
export type ErrorLine = readonly (string | number)[];

/** How one system did on a set. */
export interface SystemScore {
  readonly name: string;
  readonly tallies: Tallies;
  readonly by: ReadonlyMap<string, Tallies>;
  /** Rows that the system has no answer to. */
  missing: number;
  /** Answers that could not be read. */
  unparsable: number;
  /** Answers to rows that the set does not have; null when answers are made for each row. */
  extra: number | null;
}

export interface SetScore {
  readonly systems: readonly SystemScore[];
  /** Rows that only the first of two systems got right, and only the second. */
  readonly onlyRight: readonly [number, number];
}

export interface Scoring {
  readonly task: AnyTask;
  readonly gold: string;
  /** One system, or two to compare. */
  readonly systems: readonly Answers[];
  /** A field of rows or of their labels to report by; null for none. */
  readonly by: string | null;
  /** Called with what is wrong with the first system's answers; null where nobody reads it. */
  readonly onError: ((line: ErrorLine) => Promise<void> | void) | null;
}

/** More groups than this are no report. */
const MOST_GROUPS = 200;

/**
 * Scores systems on a set, row by row in one pass.
 * @throws Misuse for a row that cannot be used, an id that comes twice, an empty set, or answers of
 *   which none is to a row of the set
 */
export async function scoreSet(scoring: Scoring): Promise<SetScore> {
  const { task, gold } = scoring;
  const systems = scoring.systems.map(({ name }) => new RunningScore(name));
  const onlyRight: [number, number] = [0, 0];
  const lines = new IdIndex();
  for await (const { row, line } of rowsOf(gold, GoldRow)) {
    const earlier = lines.add(row.id, line.number);
    if (earlier !== null) {
      throw new Misuse(`${gold} line ${line.number}: its id is on line ${earlier} already`);
    }
    const truth: unknown = atLine(gold, line.number, () => task.truth(row));
    const answers: unknown[] = [];
    for (const [at, system] of systems.entries()) {
      const found = await answerTo(row, scoring.systems[at]);
      const answer = found && (await answerIn(found, truth, task));
      system.add(task, truth, { found, answer }, groupOf(row, scoring.by));
      answers.push(answer);
    }
    await tellErrors(scoring, row, truth, answers[0]);
    countOnlyRight(task, truth, answers, onlyRight);
  }
  if (lines.size === 0) throw new Misuse(`${gold}: no rows`);
  systems.forEach((system, at) => system.finish(lines.size, scoring.systems[at]?.size ?? null));
  return { systems, onlyRight };
}

class RunningScore implements SystemScore {
  readonly name: string;
  readonly tallies = new Tallies();
  readonly by = new Map<string, Tallies>();
  missing = 0;
  unparsable = 0;
  extra: number | null = null;

  constructor(name: string) {
    this.name = name;
  }

  add(
    task: AnyTask,
    truth: unknown,
    { found, answer }: { found: IdentifiedRow | null; answer: unknown },
    group: string | null,
  ): void {
    if (found === null) this.missing++;
    else if (answer === null) this.unparsable++;
    const tally = task.tally(truth, answer);
    this.tallies.add(tally);
    if (group !== null) this.#group(group).add(tally);
  }

  finish(rows: number, answers: number | null): void {
    if (answers === null) return;
    this.extra = answers - (rows - this.missing);
    if (this.missing < rows) return;
    throw new Misuse(
      `${this.name}: none of its ${answers} ids is in the gold set: predictions of another set`,
    );
  }

  #group(name: string): Tallies {
    let tallies = this.by.get(name);
    if (tallies !== undefined) return tallies;
    if (this.by.size === MOST_GROUPS) {
      throw new Misuse(`--by: expected a field of at most ${MOST_GROUPS} values`);
    }
    this.by.set(name, (tallies = new Tallies()));
    return tallies;
  }
}

async function answerTo(row: GoldRow, answers: Answers | undefined): Promise<IdentifiedRow | null> {
  return (await answers?.of(row)) ?? null;
}

async function tellErrors(
  { task, onError }: Scoring,
  { id, lang }: GoldRow,
  truth: unknown,
  answer: unknown,
): Promise<void> {
  if (onError === null) return;
  for (const error of task.errors(truth, answer)) await onError([id, lang ?? '', ...error]);
}

/** Null when there is none that can be read. */
async function answerIn(found: IdentifiedRow, truth: unknown, task: AnyTask): Promise<unknown> {
  const answer: unknown = task.answer(found);
  return answer === null || task.enrich === undefined ? answer : task.enrich(truth, answer);
}

function groupOf(row: GoldRow, by: string | null): string | null {
  if (by === null) return null;
  const value = row[by] ?? row.labels?.[by];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'unknown';
}

function countOnlyRight(
  task: AnyTask,
  truth: unknown,
  answers: readonly unknown[],
  onlyRight: [number, number],
): void {
  if (answers.length < 2) return;
  const [one, other] = answers.map((answer) => task.isRight(truth, answer));
  if (one && !other) onlyRight[0]++;
  if (other && !one) onlyRight[1]++;
}
