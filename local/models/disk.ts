import { statfs } from 'node:fs/promises';
import { DiskFull } from './errors.ts';
import { sizeOf } from './size-of.ts';

/** Codes by which an operating system says that there is no more room. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** @throws DiskFull when the disk under a folder has less room than that */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < bytes) throw new DiskFull(messageOf(folder, bytes, `${sizeOf(free)} are free`));
}

/** What an error of a write means to people. */
export function diskErrorOf(error: unknown, folder: string, bytes: number): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  return FULL.includes(code) ? new DiskFull(messageOf(folder, bytes, code)) : error;
}

const messageOf = (folder: string, bytes: number, found: string): string =>
  `the disk of ${folder} is full: ${sizeOf(bytes)} more are needed, ${found}; make room, or name another place with SADA_CACHE`;
