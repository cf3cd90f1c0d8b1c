import { request } from 'node:http';
import { TranscriptionFailed } from '../../errors.ts';
import { formOf, heardIn, type Heard, type Inference, type Question } from './inference.ts';
import { startServer, type ServerOptions, type ServerProcess } from './server-process.ts';

/**
 * A chunk takes half a minute of the slowest CPU; all five fallbacks of a machine that is busy
 * take minutes.
 */
const SECONDS_ALLOWED = 900;

/** One whisper-server, started again when it dies. One chunk at a time: it hears no two at once. */
export class Server implements Inference {
  readonly #options: ServerOptions;
  #process: Promise<ServerProcess> | undefined;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  /** @throws TranscriptionFailed ENGINE_UNAVAILABLE */
  async start(): Promise<void> {
    await this.#running();
  }

  /**
   * @throws TranscriptionFailed ENGINE_FAILED when the server died of the chunk twice, refused it
   * or took too long; the signal's reason when that stopped it
   */
  async hear(wav: Buffer, question: Question): Promise<Heard> {
    const form = new Response(formOf(wav, question));
    const type = form.headers.get('content-type') ?? '';
    const body = { type, bytes: Buffer.from(await form.arrayBuffer()) };
    try {
      return await this.#ask(body, question.signal);
    } catch (error) {
      question.signal.throwIfAborted();
      if (!(error instanceof ServerDied)) throw error;
    }
    try {
      return await this.#ask(body, question.signal);
    } catch (error) {
      question.signal.throwIfAborted();
      if (!(error instanceof ServerDied)) throw error;
      throw failed('whisper-server died twice of one chunk');
    }
  }

  async close(): Promise<void> {
    const running = await this.#process?.catch(() => undefined);
    this.#process = undefined;
    await running?.stop();
  }

  async #running(): Promise<ServerProcess> {
    const running = await this.#process?.catch(() => undefined);
    if (running !== undefined && !running.hasEnded()) return running;
    this.#process = startServer(this.#options);
    return this.#process;
  }

  async #ask(body: Body, signal: AbortSignal): Promise<Heard> {
    const running = await this.#running();
    const late = new AbortController();
    const cancel = this.#options.clock.after(SECONDS_ALLOWED * 1000, () => late.abort());
    try {
      const { status, text } = await posted(
        running.port,
        body,
        AbortSignal.any([signal, late.signal]),
      );
      if (status !== 200) throw failed(`whisper-server answered with status ${status}`);
      return understood(text);
    } catch (error) {
      if (late.signal.aborted) {
        await running.stop();
        throw failed(`whisper-server took longer than ${SECONDS_ALLOWED} s for a chunk`);
      }
      throw error;
    } finally {
      cancel();
    }
  }
}

/** The connection broke off: the server is gone. */
class ServerDied extends Error {
  override readonly name = 'ServerDied';
}

interface Body {
  type: string;
  bytes: Buffer;
}

/**
 * Without `fetch`, whose limit of 300 s to the first byte cannot be raised. A connection that is
 * closed makes the server drop the chunk.
 */
function posted(
  port: number,
  { type, bytes }: Body,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': bytes.length };
    const target = { host: '127.0.0.1', port, path: '/inference', method: 'POST' };
    const asked = request({ ...target, headers, signal, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.once('error', () => reject(new ServerDied()));
    });
    asked.once('error', () => reject(new ServerDied()));
    asked.end(bytes);
  });
}

function understood(text: string): Heard {
  try {
    return heardIn(text);
  } catch {
    // Its answer holds what was said: not a word of it may get into an error.
    throw failed('whisper-server answered with something else than verbose_json');
  }
}

const failed = (detail: string): TranscriptionFailed =>
  new TranscriptionFailed('ENGINE_FAILED', detail);
