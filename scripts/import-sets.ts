/* oxlint-disable no-console -- a program for people */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GoldRow } from '../core/evaluation/rows.ts';
import { jsonLines, readJsonLines } from './gold/json-lines.ts';
import { ForeignRow, type ImportedRow } from './gold/sets/foreign-row.ts';
import { FOREIGN_SETS, type ForeignSet } from './gold/sets/index.ts';

const USAGE = `Brings other people's sets into the form of the gold sets.

  tsx scripts/import-sets.ts FOLDER         copies what test/gold/licensed has
  tsx scripts/import-sets.ts FOLDER OUT     writes every set of FOLDER into OUT`;

const LICENSED = new URL('../test/gold/licensed/', import.meta.url).pathname;

const [folder, out] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error(USAGE);
  process.exit(2);
}
if (out !== undefined) mkdirSync(out, { recursive: true });

for (const set of FOREIGN_SETS) {
  const name = out === undefined ? set.copy : set.file;
  if (name === null) continue;
  const rows = imported(join(folder, `${set.file}.jsonl`), set);
  writeFileSync(join(out ?? LICENSED, `${name}.jsonl`), jsonLines(rows));
  console.log(`${name}: ${rows.length} rows`);
}

function imported(path: string, { rowOf }: ForeignSet): ImportedRow[] {
  const rows = readJsonLines(path).map((row) => rowOf(ForeignRow.parse(row)));
  for (const row of rows) GoldRow.parse(row);
  return rows;
}
