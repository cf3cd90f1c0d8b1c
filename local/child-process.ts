import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';

/** How a program of the local system is started. */
export interface Program {
  command: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** What it prints is appended here. */
  logFile: string;
  /** With a message channel, as Node's own children have it. */
  ipc?: boolean;
}

/** Starts a program; it never reads from the terminal and never writes to it. */
export async function startProgram({
  command,
  args,
  env,
  logFile,
  ipc,
}: Program): Promise<ChildProcess> {
  const log = await open(logFile, 'a');
  try {
    const child = spawn(command, [...args], {
      env,
      // A terminal's Ctrl-C must reach this process alone, which then stops its children in order.
      detached: true,
      stdio: ['ignore', log.fd, log.fd, ...(ipc ? (['ipc'] as const) : [])],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  } finally {
    await log.close();
  }
}

/** Resolves when the child has ended, however it did. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

/**
 * Asks the child to stop, and kills it when it has not within the time given.
 * @param graceMs milliseconds
 */
export async function stopProgram(child: ChildProcess, graceMs: number): Promise<void> {
  const end = ended(child);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await end;
  clearTimeout(timer);
}
