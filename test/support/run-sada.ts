import { spawn } from 'node:child_process';
import { ROOT } from './project-files.ts';

export interface Ran {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** A running `sada`, as a person started it. */
export interface Running {
  pid: number;
  ended: Promise<Ran>;
  /** Resolves when stderr has shown this text. */
  shown(text: string): Promise<void>;
}

/** A Whisper that the developer has pulled must not decide what tests see. */
const ENVIRONMENT = { SADA_MODEL: 'demo' };

/**
 * Starts `sada` as a process of its own.
 * @param wrapper a program and its arguments that run it, for example a tracer
 */
export function startSada(
  args: readonly string[],
  wrapper: readonly string[] = [],
  environment: Readonly<Record<string, string>> = ENVIRONMENT,
): Running {
  const [command = '', ...rest] = [...wrapper, process.execPath, `${ROOT}cli/bin.mjs`, ...args];
  const env = { ...process.env, ...environment };
  const child = spawn(command, rest, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  const waiting: { text: string; resolve: () => void }[] = [];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    for (const { text, resolve } of waiting) if (stderr.includes(text)) resolve();
  });
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => {
      child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    }),
    shown: (text) =>
      new Promise((resolve) => {
        waiting.push({ text, resolve });
        if (stderr.includes(text)) resolve();
      }),
  };
}

export const runSada = (...args: string[]): Promise<Ran> => startSada(args).ended;
