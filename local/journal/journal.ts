/**
 * What a service keeps by key. A plain `Map` is a journal that ends with the process; a
 * `FileJournal` is there again after a restart, in the order in which its keys first came.
 */
export interface Journal<Value> {
  readonly size: number;
  get(key: string): Value | undefined;
  /** @throws JournalUnwritable; then nothing has changed */
  set(key: string, value: Value): unknown;
  /** @throws JournalUnwritable; then nothing has changed */
  delete(key: string): unknown;
  values(): Iterable<Value>;
}

/** A change could not be written down, and so was not made. */
export class JournalUnwritable extends Error {
  override readonly name = 'JournalUnwritable';

  /** @param reason the operating system's code, for example `ENOSPC` */
  constructor(journal: string, reason: string) {
    super(
      `the journal ${journal} could not be written (${reason}): make room on the disk, or make it writable`,
    );
  }
}

/** A journal holds a whole line that this program did not write. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';

  constructor(path: string, line: number) {
    super(
      `${path}, line ${line}: expected a change that this program wrote; put the file aside to start without what it holds`,
    );
  }
}
