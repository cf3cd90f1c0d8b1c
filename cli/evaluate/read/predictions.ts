import { closeSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { IdentifiedRow } from '../../../core/evaluation/rows.ts';
import { Misuse } from '../../misuse.ts';
import type { Answers } from '../answers.ts';
import { IdIndex } from './id-index.ts';
import { lineReader } from './line-at.ts';
import { rowsOf } from './rows.ts';
import { seekable } from './seekable.ts';

/**
 * A prediction file, joined by id. Only where rows stand is kept, so that a file of any size and in
 * any order takes little memory.
 * @throws Misuse for a line that is no row, a row without id, or an id that comes twice
 */
export async function predictionsOf(file: string): Promise<Answers> {
  const { path, forget } = await seekable(file);
  const places = await placesOf(path, file);
  const descriptor = openSync(path, 'r');
  const lineAt = lineReader(descriptor);
  return {
    name: basename(file),
    size: places.size,
    of: async ({ id }) => {
      const offset = places.get(id);
      return offset === null ? null : IdentifiedRow.parse(JSON.parse(lineAt(offset)));
    },
    close: async () => {
      closeSync(descriptor);
      await forget();
    },
  };
}

async function placesOf(path: string, file: string): Promise<IdIndex> {
  const places = new IdIndex();
  for await (const { row, line } of rowsOf(path, IdentifiedRow, file)) {
    if (places.add(row.id, line.offset) !== null) {
      throw new Misuse(`${file} line ${line.number}: its id is on an earlier line already`);
    }
  }
  if (places.size === 0) throw new Misuse(`${file}: no rows`);
  return places;
}
