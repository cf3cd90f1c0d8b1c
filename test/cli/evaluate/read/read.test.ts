import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { IdIndex } from '../../../../cli/evaluate/read/id-index.ts';
import { linesOf } from '../../../../cli/evaluate/read/lines.ts';
import { predictionsOf } from '../../../../cli/evaluate/read/predictions.ts';
import { Files } from '../files.ts';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

describe('the index of ids', () => {
  it('tells a hundred thousand ids that look alike apart', () => {
    const index = new IdIndex();
    const ids = Array.from({ length: 100_000 }, (_, at) => `call-${at}`);
    const known = ids.map((id, at) => index.add(id, at));
    expect(known.every((value) => value === null)).toBe(true);
    expect(ids.every((id, at) => index.get(id) === at)).toBe(true);
    expect([index.size, index.get('call-100000')]).toEqual([100_000, null]);
  });

  it('keeps the first of two', () => {
    const index = new IdIndex();
    index.add('a', 0);
    expect([index.add('a', 7), index.get('a'), index.size]).toEqual([0, 0, 1]);
  });
});

describe('lines', () => {
  it('are whole where chunks of the file are not, in any script', async () => {
    const written = Array.from({ length: 3000 }, (_, at) => ({
      id: at,
      text: 'صدى 😀 '.repeat(at % 90),
    }));
    const path = files.write('lines.jsonl', written);
    const read: unknown[] = [];
    for await (const { text } of linesOf(path)) read.push(JSON.parse(text));
    expect(read).toEqual(written);
  });
});

describe('predictions', () => {
  it('are read where they stand, in any order, the longest too', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({
      id: `r${at}`,
      text: 'نص '.repeat(at * 2000),
    }));
    const predictions = await predictionsOf(files.write('predictions.jsonl', rows.toReversed()));
    expect(predictions.size).toBe(50);
    for (const row of rows) expect(await predictions.of({ id: row.id })).toEqual(row);
    expect(await predictions.of({ id: 'r50' })).toBeNull();
    await predictions.close();
  });
});
