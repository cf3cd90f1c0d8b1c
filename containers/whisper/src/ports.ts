import type { FailureCode } from '../../../core/contract.ts';
import type { S3Reference } from '../../../core/call.ts';
import type { TranscriptionJob, TranscriptionResult } from '../../../core/job.ts';

/** A message of the job queue while this worker holds it. */
export interface Message {
  id: string;
  body: string;
  /** What the queue knows this delivery by. */
  receipt: string;
}

/** The queue that jobs come from. Every method throws when the service is in trouble. */
export interface JobQueue {
  /** Waits up to 20 s for a message. */
  receive(most: number, signal: AbortSignal): Promise<Message[]>;
  /** Keeps a message from other workers for `seconds` more. */
  extend(message: Message, seconds: number): Promise<void>;
  delete(message: Message): Promise<void>;
  /** A new message: its attempts are counted from zero. */
  send(body: string): Promise<void>;
}

/** The calls that wait. Each method says whether the call still waits. */
export interface TaskTokens {
  heartbeat(token: string): Promise<boolean>;
  succeed(token: string, result: TranscriptionResult): Promise<boolean>;
  fail(token: string, code: FailureCode): Promise<boolean>;
}

type ObjectVersion = Pick<TranscriptionJob, 'bucket' | 'key' | 'versionId'>;

/** Where recordings are read. */
export interface Recordings {
  /** Whether the recording was not deleted. */
  exists(recording: ObjectVersion): Promise<boolean>;
  /**
   * @returns the SHA-256 of what was downloaded, in hexadecimal
   * @throws RecordingRejected GONE when that version is missing; DownloadStalled
   */
  download(recording: ObjectVersion, file: string, signal: AbortSignal): Promise<string>;
}

/** Where workers write results and what they go on from. Every method throws in trouble. */
export interface WorkArea {
  /** The keys that begin with `prefix`, in their order; of a thousand or more, the first. */
  list(prefix: string): Promise<string[]>;
  find(key: string): Promise<S3Reference | undefined>;
  /** Undefined where nothing is, or no longer is. */
  read(object: S3Reference): Promise<string | undefined>;
  /** Writes once: if something is there by now, that is what counts. */
  writeOnce(key: string, json: string): Promise<S3Reference>;
  /** Replaces what is there. */
  write(key: string, json: string, signal: AbortSignal): Promise<S3Reference>;
  /** Erases that version for good. */
  erase(object: S3Reference): Promise<void>;
}

/** Keeps whoever runs the workers from stopping this one because there are too many. */
export interface ScaleInProtection {
  /** Protects from now for `minutes`, however long it was protected before. */
  protect(minutes: number): Promise<void>;
  release(): Promise<void>;
}
