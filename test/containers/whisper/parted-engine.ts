import type {
  Recognition,
  RecogniseOptions,
  SpeechEngine,
} from '../../../containers/whisper/src/engines/engine.ts';
import type { Word } from '../../../core/transcript.ts';

/** An engine that hears a recording part by part, one word each, and stops at one of them. */
export class PartedEngine implements SpeechEngine {
  readonly name = 'scripted';
  readonly languages = ['en'] as const;
  readonly parameters = '';
  /** The parts that were really heard, in order. */
  readonly heard: string[] = [];
  /** Before this part it waits until it is stopped. */
  stopsAt: string | undefined;
  /** Told before each part. */
  before: (part: string) => Promise<void> = async () => {};
  #arrived: (() => void)[] = [];

  readonly #parts: readonly string[];

  constructor(parts: readonly string[]) {
    this.#parts = parts;
  }

  /** Settles when it waits to be stopped. */
  stands(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived.push(resolve);
    });
  }

  async description() {
    return { name: this.name, model: 'none', modelSha256: null, version: '1' };
  }

  async recognise(_: unknown, { signal, progress }: RecogniseOptions): Promise<Recognition> {
    const words: Word[] = [];
    for (const [at, part] of this.#parts.entries()) {
      const known = progress.find(part) as Word | undefined;
      const word = known ?? (await this.#hear(part, at, signal));
      if (known === undefined) progress.keep(part, word);
      words.push(word);
    }
    return { segments: [{ channel: 0, language: 'en', words }], rejected: [] };
  }

  async #hear(part: string, at: number, signal: AbortSignal): Promise<Word> {
    await this.before(part);
    if (part === this.stopsAt) await this.#stopped(signal);
    this.heard.push(part);
    return { text: part, start: at / 5, end: at / 5 + 0.1, confidence: 0.9 };
  }

  #stopped(signal: AbortSignal): Promise<never> {
    for (const resolve of this.#arrived.splice(0)) resolve();
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
}
