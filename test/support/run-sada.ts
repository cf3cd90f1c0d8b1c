import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
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
  /** Resolves when stdout has given this text. */
  printed(text: string): Promise<void>;
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
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => {
      child.once('close', (exitCode) => {
        resolve({ exitCode, stdout: stdout.text(), stderr: stderr.text() });
      });
    }),
    shown: stderr.has,
    printed: stdout.has,
  };
}

/** What a stream has given so far, and word of when it has given a text. */
function collect(stream: Readable) {
  let all = '';
  const waiting: { text: string; resolve: () => void }[] = [];
  stream.on('data', (chunk: Buffer) => {
    all += chunk.toString();
    for (const { text, resolve } of waiting) if (all.includes(text)) resolve();
  });
  return {
    text: () => all,
    has: (text: string) =>
      new Promise<void>((resolve) => {
        waiting.push({ text, resolve });
        if (all.includes(text)) resolve();
      }),
  };
}

export const runSada = (...args: string[]): Promise<Ran> => startSada(args).ended;
