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

/** Where recordings are read and results are written. */
export interface Recordings {
  /** Whether the recording was not deleted. */
  exists(recording: ObjectVersion): Promise<boolean>;
  /** @throws RecordingRejected GONE when that version is missing */
  download(recording: ObjectVersion, file: string, signal: AbortSignal): Promise<void>;
  findResult(key: string): Promise<S3Reference | undefined>;
  /** Writes a result once: if there is one by now, that one is what counts. */
  storeResult(key: string, json: string): Promise<S3Reference>;
}
