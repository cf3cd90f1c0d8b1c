import {
  closeSync,
  constants,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename } from 'node:path';
import { JournalUnwritable } from './journal.ts';

const NEWLINE = 0x0a;

/**
 * A file of lines that only grows. A line is there once its newline is: what follows the last
 * newline was cut short by a kill or a full disk, counts as not written, and the next line is
 * written over it. A write is with the operating system before it returns: it survives the
 * process, not the loss of power.
 */
export class LineFile {
  readonly #path: string;
  #file: number;
  /** Bytes up to and with the last newline. */
  #end: number;
  #isClosed = false;

  private constructor(path: string, file: number, end: number) {
    this.#path = path;
    this.#file = file;
    this.#end = end;
  }

  /**
   * Opens a file, made if missing, with the lines that it holds.
   * @throws JournalUnwritable
   */
  static open(path: string): { file: LineFile; lines: string[] } {
    const file = orUnwritable(path, () => openSync(path, constants.O_RDWR | constants.O_CREAT));
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
    return { file: new LineFile(path, file, end), lines };
  }

  /** @throws JournalUnwritable, and then the line is not there */
  append(line: string): void {
    if (this.#isClosed) throw new JournalUnwritable(basename(this.#path), 'closed');
    const bytes = Buffer.from(`${line}\n`);
    orUnwritable(this.#path, () => writeAll(this.#file, bytes, this.#end));
    this.#end += bytes.length;
  }

  /**
   * Puts other lines in the place of all: a kill leaves either the old ones or the new ones.
   * @throws JournalUnwritable, and then the old lines are there
   */
  replace(lines: readonly string[]): void {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const path = `${this.#path}.new`;
    const file = orUnwritable(path, () => openSync(path, 'w+'));
    try {
      orUnwritable(path, () => writeAll(file, bytes, 0));
      orUnwritable(path, () => renameSync(path, this.#path));
    } catch (error) {
      closeSync(file);
      rmSync(path, { force: true });
      throw error;
    }
    closeSync(this.#file);
    this.#file = file;
    this.#end = bytes.length;
  }

  close(): void {
    if (!this.#isClosed) closeSync(this.#file);
    this.#isClosed = true;
  }
}

/** A full disk may take a part of what it is given before it says so. */
function writeAll(file: number, bytes: Buffer, position: number): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  }
}

function orUnwritable<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new JournalUnwritable(basename(path), code);
  }
}
