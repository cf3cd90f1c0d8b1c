import { spawn } from 'node:child_process';
import { ENV } from '../../../core/contract.ts';
import { ROOT } from '../../support/project-files.ts';
import { until } from '../../support/until.ts';

/** The server's program, as its image would start it. */
export interface RunningServer {
  url: string;
  pid: number;
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
    env: { ...process.env, [ENV.modelThreads]: '1', SAGEMAKER_BIND_TO_PORT: '0', ...env },
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

/** Starts it on a free port and waits until it listens; its model may not be loaded yet. */
export async function aListeningServer(
  model: string,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const program = startProgram(['serve'], { [ENV.languageModel]: model, ...env });
  const { child, ended, firstLine, stdout } = program;
  const { port } = JSON.parse(await firstLine) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stdout,
    stop: () => void child.kill('SIGTERM'),
    logged: (text) => until(`the log says ${text}`, () => stdout().includes(text)),
    ended,
  };
}

/** The same, ready to answer. */
export async function aServer(
  model: string,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const server = await aListeningServer(model, env);
  await server.logged('"ready"');
  return server;
}

export interface Reply<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** @param body what is sent as it is, or as JSON */
export async function post<T = { error: { code: string; message: string } }>(
  { url }: Pick<RunningServer, 'url'>,
  body: unknown,
  signal: AbortSignal | null = null,
): Promise<Reply<T>> {
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const answer = await fetch(`${url}/invocations`, { method: 'POST', body: sent, signal });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as T };
}
