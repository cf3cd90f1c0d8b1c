import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type * as z from 'zod';
import { FileJournal } from '../../local/journal/file-journal.ts';
import { JournalUnwritable, type Journal } from '../../local/journal/journal.ts';

/** A journal file of a test's own: each call opens it as the next process would. */
export function journalFile<Schema extends z.ZodType>(
  schema: Schema,
): () => FileJournal<z.infer<Schema>> {
  const folder = mkdtempSync(join(tmpdir(), 'sada-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return () => FileJournal.open(join(folder, 'journal.jsonl'), schema);
}

/** A journal whose disk is full after so many changes, until it is given room. */
export class FillingJournal<Value> extends Map<string, Value> implements Journal<Value> {
  room = Infinity;

  override set(key: string, value: Value): this {
    this.#take();
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    this.#take();
    return super.delete(key);
  }

  #take(): void {
    if (this.room <= 0) throw new JournalUnwritable('journal.jsonl', 'ENOSPC');
    this.room--;
  }
}
