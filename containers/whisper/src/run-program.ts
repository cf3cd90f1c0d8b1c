import { spawn, type ChildProcess } from 'node:child_process';
import type { Clock } from '../../../core/clock.ts';
import { TranscriptionFailed } from './errors.ts';

/** As much of what a program says as anyone will read. */
const KEPT_CHARACTERS = 2 ** 20;

/** Within what a program has to stay. */
export interface Limits {
  seconds: number;
  clock: Clock;
  /** Kills the program. */
  signal: AbortSignal;
}

/** How a program ended. */
export interface Ended {
  /** Null when a signal killed it. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program to its end. It sees PATH alone of our environment: what reads strangers' files
 * has no use for credentials.
 * @throws TranscriptionFailed ENGINE_UNAVAILABLE when it is not installed, ENGINE_FAILED when it
 * takes too long; the signal's reason when that kills it
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { seconds, clock, signal }: Limits,
): Promise<Ended> {
  signal.throwIfAborted();
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  let late = false;
  const cancel = clock.after(seconds * 1000, () => {
    late = true;
    kill();
  });
  signal.addEventListener('abort', kill);
  try {
    const ended = await end(child, program);
    signal.throwIfAborted();
    if (late) {
      throw new TranscriptionFailed('ENGINE_FAILED', `${program} took longer than ${seconds} s`);
    }
    return ended;
  } finally {
    cancel();
    signal.removeEventListener('abort', kill);
  }
}

function end(child: ChildProcess, program: string): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] = (said[stream] + text).slice(0, KEPT_CHARACTERS);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? missing(program) : error);
    });
    child.once('close', (status) => resolve({ status, ...said }));
  });
}

const missing = (program: string): TranscriptionFailed =>
  new TranscriptionFailed('ENGINE_UNAVAILABLE', `${program} is not installed; run: npm run setup`);
