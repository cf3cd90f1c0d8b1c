import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { getLlama, LlamaLogLevel, type Llama, type LlamaModel } from 'node-llama-cpp';
import type { EngineSettings } from '../config.ts';
import type { Log } from '../log.ts';
import { ModelUnusable } from './unusable.ts';

/** llama.cpp as a part of this process, and what it complains of. */
export class Engine {
  readonly llama: Llama;
  readonly #complaints: string[] = [];
  #log: Log | null = null;

  private constructor(llama: Llama) {
    this.llama = llama;
    llama.logger = (_, message) => {
      const line = message.trim().slice(0, LONGEST_LINE);
      if (this.#log === null) this.#complaints.push(line);
      else this.#log.error('llama.cpp', { line });
    };
  }

  /** @throws ModelUnusable when a graphics processor is required and none can be used */
  static async start({ gpu, threads }: EngineSettings): Promise<Engine> {
    const options = {
      // Nothing is ever compiled where requests are served.
      build: 'never',
      logLevel: LlamaLogLevel.error,
      maxThreads: threads,
      progressLogs: false,
    } as const;
    if (!gpu) return new Engine(await getLlama({ ...options, gpu: false }));
    const llama = await getLlama({ ...options, gpu: 'cuda' }).catch(() => null);
    if (llama?.gpu === 'cuda') return new Engine(llama);
    throw new ModelUnusable('a GPU is required and none can be used');
  }

  /** @throws ModelUnusable saying in one line why llama.cpp does not take the file */
  async load(path: string): Promise<LlamaModel> {
    const onGpu = this.llama.gpu !== false;
    return this.llama
      .loadModel({ modelPath: path, ...(onGpu && { gpuLayers: 'max' }) })
      .catch((error: unknown) => this.refuse(`${basename(path)} can't be loaded`, error));
  }

  /** Ends the engine and says why; its own log knows more than the error that it throws. */
  async refuse(what: string, error: unknown): Promise<never> {
    await setTimeout(LOG_DELAY_MS);
    const own = error instanceof Error ? error.message : String(error);
    const complaint = this.#complaints.find((line) => line.includes(COMPLAINT)) ?? own;
    // Not awaited: nothing depends on it, and it has been seen to hang.
    void this.llama.dispose();
    const reason = complaint.split('\n')[0]?.replace(new RegExp(`^.*${COMPLAINT}`), '');
    throw new ModelUnusable(`${what}: ${reason}`);
  }

  /** From here on complaints are lines of the log. */
  logTo(log: Log): void {
    this.#log = log;
  }
}

const COMPLAINT = 'error loading model: ';

/** Its log arrives by way of another thread, after the error that it explains. */
const LOG_DELAY_MS = 100;

const LONGEST_LINE = 200;
