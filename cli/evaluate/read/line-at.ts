import { readSync } from 'node:fs';

const BLOCK_BYTES = 1 << 16;
const NEWLINE = 0x0a;

/** Reads the line that begins at a byte of an open file, as text. */
export function lineReader(file: number): (offset: number) => string {
  let buffer = Buffer.alloc(BLOCK_BYTES);
  return (offset) => {
    let filled = 0;
    for (;;) {
      const read = readSync(file, buffer, filled, buffer.length - filled, offset + filled);
      const end = buffer.subarray(filled, filled + read).indexOf(NEWLINE);
      if (end !== -1) return buffer.toString('utf8', 0, filled + end);
      filled += read;
      if (read === 0) return buffer.toString('utf8', 0, filled);
      if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    }
  };
}
