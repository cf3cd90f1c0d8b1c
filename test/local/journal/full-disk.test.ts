import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { FileJournal } from '../../../local/journal/file-journal.ts';
import { ROOT } from '../../support/project-files.ts';

/** Files may grow to so many blocks of 512 bytes: then a write is cut short, as on a full disk. */
const BLOCKS = 4;

/** Sets keys 0, 1, 2 ... until one is refused; prints how many were taken and why no more. */
const FILL = `
  const { FileJournal } = await import(process.argv[1]);
  const z = await import('zod');
  const journal = FileJournal.open(process.argv[2], z.string());
  for (let n = 0; ; n++) {
    try { journal.set(String(n), 'x'.repeat(100)); }
    catch (error) {
      console.log(JSON.stringify({ taken: n, size: journal.size, name: error.name, message: error.message }));
      break;
    }
  }`;

it('a journal on a full disk refuses what does not fit and keeps what it has taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sada-full-'));
  const path = join(folder, 'things.jsonl');
  const limited = `ulimit -f ${BLOCKS}; exec "$@"`;
  const node = [process.execPath, '--import', import.meta.resolve('tsx/esm')];
  const program = ['--input-type=module', '-e', FILL, `${ROOT}local/journal/file-journal.ts`, path];
  const { stdout } = await promisify(execFile)('sh', ['-c', limited, 'sh', ...node, ...program], {
    cwd: ROOT,
  });
  const told = JSON.parse(stdout) as { taken: number };
  expect(told).toMatchObject({
    size: told.taken,
    name: 'JournalUnwritable',
    message: expect.stringContaining('things.jsonl') as string,
  });
  expect(told.taken).toBeGreaterThan(10);
  const journal = FileJournal.open(path, z.string());
  expect(journal.size).toBe(told.taken);
  journal.set('after', 'there is room again');
  expect(FileJournal.open(path, z.string()).size).toBe(told.taken + 1);
  await rm(folder, { recursive: true });
});
