import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BadRow, GoldRow } from '../../core/evaluation/rows.ts';
import { TASK_NAMES, type TaskName } from '../../core/evaluation/tasks/index.ts';
import { readJsonLines } from '../gold/json-lines.ts';
import { writtenTask } from './written-task.ts';

/** A set of rows whose answers are known. */
export interface GoldSet {
  /** Its path below the folder of sets, without the ending. */
  readonly name: string;
  readonly file: string;
  readonly rows: readonly GoldRow[];
  readonly lang: string;
  /** What every row has a truth for. */
  readonly tasks: readonly TaskName[];
  /** The beginning of the SHA-256 of the file. */
  readonly revision: string;
}

/** Written rows are no recordings: nothing that hears could be scored on them. */
const WRITTEN_TASKS = TASK_NAMES.filter((name) => name !== 'speech');

/** The sets in a folder and the folders in it, in the order of their names. */
export function goldSetsIn(folder: string): GoldSet[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.jsonl'))
    .toSorted()
    .map((path) => goldSet(folder, join(folder, path)));
}

function goldSet(folder: string, file: string): GoldSet {
  const rows = readJsonLines(file).map((row) => GoldRow.parse(row));
  return {
    name: relative(folder, file).replace(/\.jsonl$/, ''),
    file,
    rows,
    lang: [...new Set(rows.map(({ lang }) => lang ?? 'unknown'))].join(' + '),
    tasks: WRITTEN_TASKS.filter((name) => rows.every((row) => hasTruth(name, row))),
    revision: createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12),
  };
}

function hasTruth(name: TaskName, row: GoldRow): boolean {
  try {
    writtenTask(name).truth(row);
    return true;
  } catch (error) {
    if (error instanceof BadRow) return false;
    throw error;
  }
}
