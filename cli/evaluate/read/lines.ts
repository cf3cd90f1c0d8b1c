import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Misuse } from '../../misuse.ts';

/** A line of a file. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Of its first byte. */
  readonly offset: number;
}

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const CHUNK_BYTES = 1 << 20;
/** A row is a call at most: a longer line is a file of another format, and would fill the memory. */
const LONGEST_LINE_BYTES = 64 << 20;

/**
 * The lines of a UTF-8 file that are not blank, one at a time. A byte order mark and carriage
 * returns are taken away.
 * @throws Misuse when it cannot be read, or naming the line that is not UTF-8 or endless
 */
export async function* linesOf(path: string, name = path): AsyncGenerator<Line> {
  await requireReadable(path);
  let [number, offset] = [0, 0];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    // What is left over was searched before: the newline can only be in what came.
    for (
      let to = bytes.indexOf(NEWLINE, rest.length);
      to !== -1;
      to = bytes.indexOf(NEWLINE, from)
    ) {
      const line = lineOf(name, bytes.subarray(from, to), ++number, offset + from);
      if (line !== null) yield line;
      from = to + 1;
    }
    rest = bytes.subarray(from);
    offset += from;
    if (rest.length > LONGEST_LINE_BYTES) {
      throw new Misuse(`${name} line ${number + 1}: longer than 64 MiB; expected JSON Lines`);
    }
  }
  const line = lineOf(name, rest, number + 1, offset);
  if (line !== null) yield line;
}

async function requireReadable(path: string): Promise<void> {
  const what = await stat(path).catch(() => null);
  if (what === null) throw new Misuse(`no such file: ${path}`);
  if (what.isDirectory()) throw new Misuse(`expected a file, not a folder: ${path}`);
}

function lineOf(name: string, bytes: Buffer, number: number, offset: number): Line | null {
  const marked = number === 1 && bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  const text = decoded(name, marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes, number);
  if (text.trim() === '') return null;
  return { number, text, offset: marked ? offset + BYTE_ORDER_MARK.length : offset };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(name: string, bytes: Buffer, number: number): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Misuse(`${name} line ${number}: not UTF-8; expected one encoding in the whole file`);
  }
}
