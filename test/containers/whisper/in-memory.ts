import { copyFile, writeFile } from 'node:fs/promises';
import type { S3Reference } from '../../../core/call.ts';
import type { FailureCode } from '../../../core/contract.ts';
import type { TranscriptionJob, TranscriptionResult } from '../../../core/job.ts';
import { RecordingRejected } from '../../../containers/whisper/src/errors.ts';
import type {
  JobQueue,
  Message,
  Recordings,
  TaskTokens,
} from '../../../containers/whisper/src/ports.ts';

/** A queue that hands out what was sent, once, and keeps count. */
export class InMemoryQueue implements JobQueue {
  readonly waiting: Message[] = [];
  readonly deleted: string[] = [];
  readonly extended: { id: string; seconds: number }[] = [];
  /** How many messages each poll asked for. */
  readonly polls: number[] = [];
  /** What the next polls throw. */
  readonly troubles: Error[] = [];
  #wake: (() => void) | undefined;
  #sent = 0;

  async receive(most: number, signal: AbortSignal): Promise<Message[]> {
    this.polls.push(most);
    const trouble = this.troubles.shift();
    if (trouble !== undefined) throw trouble;
    if (this.waiting.length === 0) await this.#arrival(signal);
    return this.waiting.splice(0, most);
  }

  async extend({ id }: Message, seconds: number): Promise<void> {
    this.extended.push({ id, seconds });
  }

  async delete({ id }: Message): Promise<void> {
    this.deleted.push(id);
  }

  async send(body: string): Promise<void> {
    this.#sent++;
    this.waiting.push({ id: `message-${this.#sent}`, body, receipt: `receipt-${this.#sent}` });
    this.#wake?.();
  }

  #arrival(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#wake = resolve;
      signal.addEventListener('abort', () => reject(new Error('poll aborted')));
    });
  }
}

/** Tokens that are alive until they are killed. */
export class InMemoryTokens implements TaskTokens {
  readonly dead = new Set<string>();
  readonly heartbeats: string[] = [];
  readonly succeeded: { token: string; result: TranscriptionResult }[] = [];
  readonly failed: { token: string; code: FailureCode }[] = [];
  /** What the next heartbeats throw. */
  readonly troubles: Error[] = [];

  async heartbeat(token: string): Promise<boolean> {
    this.heartbeats.push(token);
    const trouble = this.troubles.shift();
    if (trouble !== undefined) throw trouble;
    return !this.dead.has(token);
  }

  async succeed(token: string, result: TranscriptionResult): Promise<boolean> {
    this.succeeded.push({ token, result });
    return !this.dead.has(token);
  }

  async fail(token: string, code: FailureCode): Promise<boolean> {
    this.failed.push({ token, code });
    return !this.dead.has(token);
  }
}

/** Recordings on disk or in memory, results in memory. */
export class InMemoryRecordings implements Recordings {
  /** By key: a file's path, or its content. */
  readonly stored = new Map<string, string | Buffer>();
  readonly results = new Map<string, string>();
  readonly downloads: string[] = [];
  /** Keys that a delete marker hides. */
  readonly hidden = new Set<string>();
  /** What the next download throws. */
  trouble: Error | undefined;

  async exists({ key }: Pick<TranscriptionJob, 'key'>): Promise<boolean> {
    return this.stored.has(key) && !this.hidden.has(key);
  }

  async download({ key }: Pick<TranscriptionJob, 'key'>, file: string): Promise<void> {
    this.downloads.push(file);
    if (this.trouble !== undefined) throw this.trouble;
    const content = this.stored.get(key);
    if (content === undefined) throw new RecordingRejected('GONE');
    await (typeof content === 'string' ? copyFile(content, file) : writeFile(file, content));
  }

  async findResult(key: string): Promise<S3Reference | undefined> {
    return this.results.has(key) ? { bucket: 'results', key, versionId: '1' } : undefined;
  }

  async storeResult(key: string, json: string): Promise<S3Reference> {
    if (!this.results.has(key)) this.results.set(key, json);
    return { bucket: 'results', key, versionId: '1' };
  }
}
