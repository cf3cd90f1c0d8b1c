import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Raised whenever what lies in the directory changes its meaning. */
const STATE_VERSION = 1;
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

export interface LockContents {
  pid: number;
  /** When the process started, in the kernel's ticks: tells a process from a later one of its id. */
  startTicks: string | null;
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
 * @throws AlreadyRunning, StateTooNew
 */
export async function holdStateDirectory(path: string): Promise<StateDirectory> {
  await mkdir(path, { recursive: true });
  const lockFile = join(path, LOCK);
  await takeLock(path, lockFile);
  try {
    await checkVersion(path);
  } catch (error) {
    await rm(lockFile, { force: true });
    throw error;
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
  pid: process.pid,
  startTicks: await startTicksOf(process.pid),
  ports,
});

async function readLock(lockFile: string): Promise<LockContents | null> {
  try {
    return JSON.parse(await readFile(lockFile, 'utf8')) as LockContents;
  } catch {
    return null;
  }
}

async function isAlive({ pid, startTicks }: LockContents): Promise<boolean> {
  const ticks = await startTicksOf(pid);
  return ticks !== null && ticks === startTicks;
}

/** Field 22 of /proc/PID/stat (proc(5)); the command before it may hold spaces and brackets. */
async function startTicksOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

async function checkVersion(path: string): Promise<void> {
  const file = join(path, 'version.json');
  const stored = await readFile(file, 'utf8').catch(() => null);
  const version = stored === null ? null : (JSON.parse(stored) as { state: number }).state;
  if (version !== null && version > STATE_VERSION) throw new StateTooNew(path, version);
  if (version !== STATE_VERSION) await writeFile(file, JSON.stringify({ state: STATE_VERSION }));
}
