import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ENV } from '../../../core/contract.ts';
import type { AnswerRequestInput, AnswerResponse } from '../../../core/language-model.ts';
import { PROJECT_ROOT } from '../../../local/project.ts';

/** The server's real process, on a model of the benchmark's. */
export interface BenchServer {
  pid: number;
  ask: (request: AnswerRequestInput) => Promise<AnswerResponse>;
  stop: () => Promise<void>;
}

export interface ServerOptions {
  model: string;
  threads: number;
  sequences: number;
}

export async function startServer(options: ServerOptions): Promise<BenchServer> {
  const program = join(PROJECT_ROOT, 'containers', 'jais', 'src', 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx/esm', program, 'serve'], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      SAGEMAKER_BIND_TO_PORT: '0',
      [ENV.languageModel]: options.model,
      [ENV.modelThreads]: String(options.threads),
      [ENV.modelSequences]: String(options.sequences),
    },
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  while (!log.includes('"ready"')) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await once(child.stdout, 'data');
  }
  const { port } = JSON.parse(log.split('\n')[0] ?? '') as { port: number };
  return {
    pid: child.pid ?? 0,
    ask: (request) => ask(`http://127.0.0.1:${port}/invocations`, request),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

async function ask(url: string, request: AnswerRequestInput): Promise<AnswerResponse> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
  const body = await answer.json();
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
  return body as AnswerResponse;
}
