import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { isAlive, ownIdentity, type ProcessIdentity } from '../process-identity.ts';
import { PullUnderWay } from './errors.ts';

/**
 * Does something to a file while no other process does; a lock of a process that died is taken
 * over.
 * @throws PullUnderWay naming the process that is at it
 */
export async function withLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  const lockFile = `${file}.lock`;
  await takeLock(lockFile);
  try {
    return await action();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function takeLock(lockFile: string): Promise<void> {
  try {
    await linkOwn(lockFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = await readHolder(lockFile);
    if (holder !== null && (await isAlive(holder)))
      throw new PullUnderWay(`process ${holder.pid} is already at this model`);
    await rm(lockFile, { force: true });
    await takeLock(lockFile);
  }
}

/** By a link, so that nobody ever sees a lock that is still empty. */
async function linkOwn(lockFile: string): Promise<void> {
  const own = `${lockFile}.${process.pid}`;
  await writeFile(own, JSON.stringify(await ownIdentity()));
  try {
    await link(own, lockFile);
  } finally {
    await rm(own, { force: true });
  }
}

async function readHolder(lockFile: string): Promise<ProcessIdentity | null> {
  try {
    return JSON.parse(await readFile(lockFile, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}
