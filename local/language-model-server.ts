import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import { ENV } from '../core/contract.ts';
import { childEnvironment, type Endpoints } from './child-environment.ts';
import { pause } from './pause.ts';
import { PROJECT_ROOT } from './project.ts';
import { modelError } from './services/sagemaker-runtime/error.ts';
import type { Container } from './services/sagemaker-runtime/container.ts';
import { Worker } from './worker.ts';

/** The container's program, by its path: nothing here imports it. */
const PROGRAM = join(PROJECT_ROOT, 'containers', 'jais', 'src', 'main.ts');

/** Ends the server with this process. */
const ENDS_WITH_PARENT = new URL('ends-with-parent.mjs', import.meta.url).href;

const PING_SECONDS = 0.1;

/** A model's file, for a server of this system's own. */
export interface ModelFile {
  /** GGUF. */
  file: string;
  /** Threads that it computes on; the server's choice unless it is given. */
  threads?: number;
}

/** The language model's server, as the container's image would run it: a dead one is replaced. */
export class LanguageModelServer implements Container {
  readonly identity: string;
  readonly #model: ModelFile;
  readonly #port: number;
  readonly #clock: Clock;
  #worker: Worker | null = null;

  /** @param identity of what is in the file */
  constructor(model: ModelFile, identity: string, port: number, clock: Clock) {
    this.identity = identity;
    this.#model = model;
    this.#port = port;
    this.#clock = clock;
  }

  /** The process id of the one at work. */
  get pid(): number | null {
    return this.#worker?.pid ?? null;
  }

  /** Starts it; requests wait while it loads its model, nothing else does. */
  async start(endpoints: Endpoints, logs: string): Promise<void> {
    const { file, threads } = this.#model;
    const env = childEnvironment(endpoints, {
      SAGEMAKER_BIND_TO_PORT: String(this.#port),
      [ENV.languageModel]: file,
      ...(threads !== undefined && { [ENV.modelThreads]: String(threads) }),
    });
    const preloaded = ['--import', ENDS_WITH_PARENT, '--import', import.meta.resolve('tsx/esm')];
    const program = {
      command: process.execPath,
      args: [...preloaded, PROGRAM, 'serve'],
      env,
      ipc: true,
      logFile: join(logs, 'language-model.log'),
    };
    const worker = new Worker(program, this.#clock);
    await worker.start();
    this.#worker = worker;
  }

  /** @throws InvocationError when it has ended: waiting would not help, its log says why */
  async healthy(signal: AbortSignal): Promise<string | null> {
    const address = `http://127.0.0.1:${this.#port}`;
    while (!signal.aborted) {
      if (await answersPing(address, signal)) return address;
      if (this.#hasEnded) throw modelError(500, 'The server has ended.', '');
      await pause(this.#clock, PING_SECONDS, signal).catch(() => undefined);
    }
    return null;
  }

  get #hasEnded(): boolean {
    return this.#worker !== null && this.#worker.pid === null;
  }

  /** @param graceMs how long it may finish what it has, in milliseconds */
  async stop(graceMs: number): Promise<void> {
    await this.#worker?.stop(graceMs);
  }
}

async function answersPing(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(`${address}/ping`, { signal });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
