import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import type { S3Reference } from '../../../core/call.ts';
import type { FailureCode } from '../../../core/contract.ts';
import type { TranscriptionJob, TranscriptionResult } from '../../../core/job.ts';
import { RecordingRejected } from '../../../containers/whisper/src/errors.ts';
import type {
  JobQueue,
  Message,
  Recordings,
  ScaleInProtection,
  TaskTokens,
  WorkArea,
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

  /** Ends the poll that waits without a message, as SQS does after 20 s. */
  endPoll(): void {
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

/** Recordings on disk or in memory. */
export class InMemoryRecordings implements Recordings {
  /** By key: a file's path, or its content. */
  readonly stored = new Map<string, string | Buffer>();
  readonly downloads: string[] = [];
  /** Keys that a delete marker hides. */
  readonly hidden = new Set<string>();
  /** What the next download throws. */
  trouble: Error | undefined;

  async exists({ key }: Pick<TranscriptionJob, 'key'>): Promise<boolean> {
    return this.stored.has(key) && !this.hidden.has(key);
  }

  async download({ key }: Pick<TranscriptionJob, 'key'>, file: string): Promise<string> {
    this.downloads.push(file);
    if (this.trouble !== undefined) throw this.trouble;
    const content = this.stored.get(key);
    if (content === undefined) throw new RecordingRejected('GONE');
    await (typeof content === 'string' ? copyFile(content, file) : writeFile(file, content));
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
}

/** A bucket that keeps versions, as the one of the local system. */
export class InMemoryWorkArea implements WorkArea {
  /** By key, oldest first. */
  readonly versions = new Map<string, { versionId: string; json: string }[]>();
  /** What the next writes throw. */
  readonly troubles: Error[] = [];
  writes = 0;

  /** Another of the same content, for work that is done from there in more than one way. */
  copy(): InMemoryWorkArea {
    const copy = new InMemoryWorkArea();
    for (const [key, versions] of this.versions) copy.versions.set(key, [...versions]);
    copy.writes = this.writes;
    return copy;
  }

  /** The newest object that is kept under a key of this end. */
  at(end: string): string | undefined {
    const key = this.keys().find((candidate) => candidate.endsWith(end));
    return this.versions.get(key ?? '')?.at(-1)?.json;
  }

  keys(): string[] {
    return [...this.versions.keys()].toSorted();
  }

  async list(prefix: string): Promise<string[]> {
    return this.keys().filter((key) => key.startsWith(prefix));
  }

  async find(key: string): Promise<S3Reference | undefined> {
    const newest = this.versions.get(key)?.at(-1);
    return newest && { bucket: 'results', key, versionId: newest.versionId };
  }

  async read({ key, versionId }: S3Reference): Promise<string | undefined> {
    return this.versions.get(key)?.find((version) => version.versionId === versionId)?.json;
  }

  async writeOnce(key: string, json: string): Promise<S3Reference> {
    return (await this.find(key)) ?? this.write(key, json);
  }

  async write(key: string, json: string): Promise<S3Reference> {
    this.writes++;
    const trouble = this.troubles.shift();
    if (trouble !== undefined) throw trouble;
    const versionId = String(this.writes);
    this.versions.set(key, [...(this.versions.get(key) ?? []), { versionId, json }]);
    return { bucket: 'results', key, versionId };
  }

  async erase({ key, versionId }: S3Reference): Promise<void> {
    const left = this.versions.get(key)?.filter((version) => version.versionId !== versionId) ?? [];
    if (left.length > 0) this.versions.set(key, left);
    else this.versions.delete(key);
  }
}

/** What ECS would be told. */
export class RecordedProtection implements ScaleInProtection {
  readonly told: (number | 'released')[] = [];
  /** What the next calls throw. */
  readonly troubles: Error[] = [];

  async protect(minutes: number): Promise<void> {
    this.#tell(minutes);
  }

  async release(): Promise<void> {
    this.#tell('released');
  }

  #tell(what: number | 'released'): void {
    this.told.push(what);
    const trouble = this.troubles.shift();
    if (trouble !== undefined) throw trouble;
  }
}
