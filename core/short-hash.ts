import { createHash } from 'node:crypto';

/** Tells values of JSON apart in names and keys: 48 bits of SHA-256 as 12 hexadecimal digits. */
export const shortHash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
