import { readFile } from 'node:fs/promises';

/** A process, told apart from a later one of its id. */
export interface ProcessIdentity {
  pid: number;
  /** When the process started, in the kernel's ticks. */
  startTicks: string | null;
}

export const ownIdentity = async (): Promise<ProcessIdentity> => ({
  pid: process.pid,
  startTicks: await startTicksOf(process.pid),
});

/** Whether that very process still runs. */
export async function isAlive({ pid, startTicks }: ProcessIdentity): Promise<boolean> {
  const ticks = await startTicksOf(pid);
  return ticks !== null && ticks === startTicks;
}

/**
 * Fields 3 and 22 of /proc/PID/stat (proc(5)); the command before them may hold spaces and
 * brackets. A zombie was killed and holds nothing: not every parent asks for its end.
 */
async function startTicksOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [state, ...more] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (more[18] ?? null);
  } catch {
    return null;
  }
}
