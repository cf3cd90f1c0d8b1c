import type { Heard, Inference, Question } from './inference.ts';
import { Server } from './server.ts';
import type { ServerOptions } from './server-process.ts';

/** Servers that hold the same model; each hears one chunk at a time, whoever asks first. */
export class ServerPool implements Inference {
  readonly #servers: readonly Server[];
  readonly #idle: Server[];
  readonly #waiting: ((server: Server) => void)[] = [];

  constructor(count: number, options: ServerOptions) {
    this.#servers = Array.from({ length: count }, () => new Server(options));
    this.#idle = [...this.#servers];
  }

  /** @throws TranscriptionFailed ENGINE_UNAVAILABLE when one does not start */
  async start(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.start()));
  }

  async hear(wav: Buffer, question: Question): Promise<Heard> {
    const server = await this.#taken();
    try {
      question.signal.throwIfAborted();
      return await server.hear(wav, question);
    } finally {
      this.#giveBack(server);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  #taken(): Promise<Server> {
    const server = this.#idle.pop();
    if (server !== undefined) return Promise.resolve(server);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(server: Server): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(server);
    else next(server);
  }
}
