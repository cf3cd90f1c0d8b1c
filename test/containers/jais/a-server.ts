import { spawn } from 'node:child_process';
import { ROOT } from '../../support/project-files.ts';
import { until } from '../../support/until.ts';

/** The server's program, as its image would start it. */
export interface RunningServer {
  url: string;
  stdout(): string;
  stop(): void;
  /** Resolves when its log has shown this text. */
  logged(text: string): Promise<void>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

export function startProgram(args: readonly string[], env: Record<string, string> = {}) {
  const program = `${ROOT}containers/jais/src/main.ts`;
  const child = spawn(process.execPath, ['--import', 'tsx/esm', program, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
  });
  return { child, ended, firstLine, stdout: () => stdout, stderr: () => stderr };
}

/** Starts it on a free port and waits until it listens. */
export async function aServer(): Promise<RunningServer> {
  const { child, ended, firstLine, stdout } = startProgram(['serve'], {
    SAGEMAKER_BIND_TO_PORT: '0',
  });
  const { port } = JSON.parse(await firstLine) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    stdout,
    stop: () => void child.kill('SIGTERM'),
    logged: (text) => until(`the log says ${text}`, () => stdout().includes(text)),
    ended,
  };
}
