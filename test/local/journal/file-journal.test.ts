import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FileJournal } from '../../../local/journal/file-journal.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sada-journal-'));
  path = join(folder, 'things.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const Thing = z.object({ n: z.number() });
const open = () => FileJournal.open(path, Thing);
const kept = () => [...open().values()].map(({ n }) => n);
const lineCount = () => readFileSync(path, 'utf8').split('\n').length - 1;

describe('a journal', () => {
  it('is there again without having been closed, in the order in which keys first came', () => {
    const journal = open();
    journal.set('a', { n: 1 });
    journal.set('b', { n: 2 });
    journal.set('c', { n: 3 });
    journal.set('a', { n: 4 });
    journal.delete('b');
    journal.set('b', { n: 5 });
    expect(kept()).toEqual([4, 3, 5]);
    expect([...journal.values()].map(({ n }) => n)).toEqual([4, 3, 5]);
  });

  it('has been written before it has changed', () => {
    const journal = open();
    journal.set('a', { n: 1 });
    expect(readFileSync(path, 'utf8')).toBe('["a",{"n":1}]\n');
  });

  it('writes nothing for the deletion of what is not there', () => {
    open().delete('a');
    expect(lineCount()).toBe(0);
  });

  it.each(['["b",{"n"', '["b",{"n":2}]', '["b'])(
    'drops a last line that was cut short: %j',
    (cut) => {
      open().set('a', { n: 1 });
      appendFileSync(path, cut);
      const journal = open();
      expect([...journal.values()]).toEqual([{ n: 1 }]);
      journal.set('c', { n: 3 });
      expect(kept()).toEqual([1, 3]);
    },
  );

  it('keeps what is not ASCII whole', () => {
    const texts = FileJournal.open(path, z.string());
    texts.set('صدى', 'echo صدى \n "quoted" \u2028');
    expect(FileJournal.open(path, z.string()).get('صدى')).toBe('echo صدى \n "quoted" \u2028');
  });

  it.each(['no JSON', '{"n":1}', '["b",{"n":"two"}]', '[1,{"n":2}]'])(
    'refuses a whole line that it did not write, naming it: %j',
    (line) => {
      open().set('a', { n: 1 });
      appendFileSync(path, `${line}\n`);
      expect(open).toThrow(expect.objectContaining({ name: 'JournalDamaged' }));
      expect(open).toThrow('line 2');
    },
  );

  it('takes no change once it is closed', () => {
    const journal = open();
    journal.set('a', { n: 1 });
    journal.close();
    const change = () => journal.set('a', { n: 2 });
    expect(change).toThrow(expect.objectContaining({ name: 'JournalUnwritable' }));
    expect(journal.get('a')).toEqual({ n: 1 });
  });
});

describe('a journal that has grown', () => {
  it('is written anew with what is live, and goes on', () => {
    const journal = open();
    journal.set('first', { n: -1 });
    for (let n = 0; n < 1_500; n++) journal.set('changing', { n });
    expect(lineCount()).toBeLessThan(1_010);
    journal.set('last', { n: 9 });
    expect(kept()).toEqual([-1, 1_499, 9]);
  });

  it('is written anew when it is opened, if that is due', () => {
    writeFileSync(path, '["a",{"n":1}]\n'.repeat(2_000));
    expect(kept()).toEqual([1]);
    expect(lineCount()).toBe(1);
  });

  it('is what it was when a kill came before the new file was in place', () => {
    open().set('a', { n: 1 });
    writeFileSync(`${path}.new`, '["a",{"n":7}]\n["b",');
    expect(kept()).toEqual([1]);
  });
});
