import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** Raised whenever what lies in the directory changes its meaning. */
const STATE_VERSION = 2;
const LOCK = 'lock.json';

/** Another local system holds the directory. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor(directory: string, { pid, ports }: LockContents) {
    const at = Object.entries(ports).map(([service, port]) => `${service} ${port}`);
    super(
      `${directory} is in use by process ${pid}${at.length > 0 ? ` (ports: ${at.join(', ')})` : ''}`,
    );
  }
}

/** The directory was written by a newer version of this program. */
export class StateTooNew extends Error {
  override readonly name = 'StateTooNew';
  constructor(directory: string, version: number) {
    super(
      `${directory} holds state of version ${version}, this program knows ${STATE_VERSION}: update it, or choose another directory with --state`,
    );
  }
}

/** Nothing can be kept in the directory. */
export class StateUnwritable extends Error {
  override readonly name = 'StateUnwritable';
  /** @param reason the operating system's code, for example `EROFS` */
  constructor(directory: string, reason: string) {
    super(
      `${directory} cannot be written (${reason}): make it writable, make room on its disk, or choose another directory with --state`,
    );
  }
}

export interface LockContents extends ProcessIdentity {
  ports: Record<string, number>;
}

/** A state directory that this process holds. */
export interface StateDirectory {
  readonly path: string;
  /** A folder in it, made if missing. */
  folder(name: string): Promise<string>;
  /** Writes the ports into the lock, for those who find the directory in use. */
  announce(ports: Record<string, number>): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes a state directory for this process; a lock left by a process that died is taken over.
 * @throws AlreadyRunning, StateTooNew, StateUnwritable
 */
export async function holdStateDirectory(path: string): Promise<StateDirectory> {
  const lockFile = join(path, LOCK);
  try {
    await mkdir(path, { recursive: true });
    await takeLock(path, lockFile);
    await checkVersion(path);
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) await rm(lockFile, { force: true }).catch(() => {});
    throw refusalOf(path, error);
  }
  return {
    path,
    async folder(name) {
      const folder = join(path, name);
      await mkdir(folder, { recursive: true });
      return folder;
    },
    announce: async (ports) => writeFile(lockFile, JSON.stringify(await ownLock(ports))),
    release: () => rm(lockFile, { force: true }),
  };
}

/** Who holds a state directory at present, if anybody does. */
export async function holderOf(path: string): Promise<LockContents | null> {
  const holder = await readLock(join(path, LOCK));
  return holder !== null && (await isAlive(holder)) ? holder : null;
}

/** Codes by which an operating system says that nothing can be written there. */
const UNWRITABLE = ['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'ENOTDIR'];

function refusalOf(path: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  return UNWRITABLE.includes(code) ? new StateUnwritable(path, code) : error;
}

async function takeLock(path: string, lockFile: string): Promise<void> {
  try {
    const file = await open(lockFile, 'wx');
    await file.writeFile(JSON.stringify(await ownLock({})));
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = await readLock(lockFile);
    if (holder !== null && (await isAlive(holder))) throw new AlreadyRunning(path, holder);
    await rm(lockFile, { force: true });
    await takeLock(path, lockFile);
  }
}

const ownLock = async (ports: Record<string, number>): Promise<LockContents> => ({
  ...(await ownIdentity()),
  ports,
});

async function readLock(lockFile: string): Promise<LockContents | null> {
  try {
    return JSON.parse(await readFile(lockFile, 'utf8')) as LockContents;
  } catch {
    return null;
  }
}

async function checkVersion(path: string): Promise<void> {
  const file = join(path, 'version.json');
  const version = await storedVersion(file);
  if (version !== null && version > STATE_VERSION) throw new StateTooNew(path, version);
  if (version !== STATE_VERSION) await writeFile(file, JSON.stringify({ state: STATE_VERSION }));
}

/** Null too for one that a kill cut short. */
async function storedVersion(file: string): Promise<number | null> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { state: number }).state;
  } catch {
    return null;
  }
}
