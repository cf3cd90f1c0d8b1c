import type * as z from 'zod';
import { JournalDamaged, JournalUnwritable, type Journal } from './journal.ts';
import { LineFile } from './line-file.ts';

/** A key that was set, with its value, or deleted. */
type Change = [key: string, value: unknown] | [key: string];

/** Lines beyond twice what is live before a journal is written anew: a few MB at most. */
const SPARE_LINES = 1_000;

/**
 * A journal in a file: every change is one line `[key, value]` or `[key]`, written before it is
 * made. Once most lines say nothing any more, the live ones are written to a new file.
 */
export class FileJournal<Value> implements Journal<Value> {
  readonly #file: LineFile;
  readonly #values: Map<string, Value>;
  #lines: number;
  #compactAt = 0;

  private constructor(file: LineFile, values: Map<string, Value>, lines: number) {
    this.#file = file;
    this.#values = values;
    this.#lines = lines;
    this.#compactWhenDue();
  }

  /** @throws JournalUnwritable, and JournalDamaged naming the line that does not fit the schema */
  static open<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): FileJournal<z.infer<Schema>> {
    const { file, lines } = LineFile.open(path);
    const values = new Map<string, z.infer<Schema>>();
    for (const [key, { line, value }] of replayed(lines, path)) {
      const { success, data } = schema.safeParse(value);
      if (!success) throw new JournalDamaged(path, line);
      values.set(key, data);
    }
    return new FileJournal(file, values, lines.length);
  }

  get size(): number {
    return this.#values.size;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  values(): Iterable<Value> {
    return this.#values.values();
  }

  set(key: string, value: Value): void {
    this.#append([key, value]);
    this.#values.set(key, value);
    this.#compactWhenDue();
  }

  delete(key: string): void {
    if (!this.#values.has(key)) return;
    this.#append([key]);
    this.#values.delete(key);
    this.#compactWhenDue();
  }

  close(): void {
    this.#file.close();
  }

  #append(change: Change): void {
    this.#file.append(JSON.stringify(change));
    this.#lines++;
  }

  #compactWhenDue(): void {
    if (this.#lines < Math.max(this.#compactAt, 2 * this.size + SPARE_LINES)) return;
    try {
      this.#file.replace([...this.#values].map((entry) => JSON.stringify(entry)));
      this.#lines = this.size;
      this.#compactAt = 0;
    } catch (error) {
      if (!(error instanceof JournalUnwritable)) throw error;
      // What is written stays good: it is only longer than it need be.
      this.#compactAt = 2 * this.#lines;
    }
  }
}

interface Latest {
  line: number;
  value: unknown;
}

/** The last value of each key that is not deleted, in the order in which the keys first came. */
function replayed(lines: readonly string[], path: string): Map<string, Latest> {
  const latest = new Map<string, Latest>();
  for (const [index, text] of lines.entries()) {
    const change = parsed(text);
    if (change === undefined) throw new JournalDamaged(path, index + 1);
    const [key, value] = change;
    if (change.length === 1) latest.delete(key);
    else latest.set(key, { line: index + 1, value });
  }
  return latest;
}

function parsed(text: string): Change | undefined {
  try {
    const change: unknown = JSON.parse(text);
    return Array.isArray(change) && typeof change[0] === 'string' ? (change as Change) : undefined;
  } catch {
    return undefined;
  }
}
