import pLimit from 'p-limit';
import { callIdOf, type CallRecord } from '../../core/call.ts';
import { BUCKET } from '../../local/names.ts';
import type { Progress } from './progress.ts';
import type { StoredCalls } from '../stored-calls.ts';
import type { TargetSystem } from './system.ts';
import { recordingKey, uploadRecording } from './upload.ts';

/** Files read and uploaded at a time; the workers behind the queue set the pace. */
const UPLOADS_AT_ONCE = 4;

/** What processing recordings works with. */
export interface Surroundings {
  system: TargetSystem;
  stored: StoredCalls;
  progress: Progress;
  /** Aborts: nothing more is uploaded. */
  signal: AbortSignal;
}

/**
 * Uploads each file and waits for its call to end. A file whose content and name were given before
 * is the same call and is uploaded once.
 * @param metadata S3 user metadata of every upload
 * @returns the record of each file's call, in the order given, each as soon as it has ended; null
 *   where the signal, or the end of the system, came first
 */
export function processRecordings(
  files: readonly string[],
  metadata: Readonly<Record<string, string>>,
  { system, stored, progress, signal }: Surroundings,
): Promise<CallRecord | null>[] {
  const fileOf = new Map<string, string>();
  const calls = new Map<string, Promise<CallRecord | null>>();
  const inTurn = pLimit(UPLOADS_AT_ONCE);
  system.calls.onStage(({ callId, state }) => {
    const file = fileOf.get(callId);
    if (file !== undefined) progress.entered(file, state);
  });

  return files.map(async (file) => {
    const key = await inTurn(() => recordingKey(file));
    const callId = callIdOf({ bucket: BUCKET, key });
    const call = calls.get(callId) ?? follow(file, key, callId);
    calls.set(callId, call);
    return call;
  });

  async function follow(file: string, key: string, callId: string): Promise<CallRecord | null> {
    fileOf.set(callId, file);
    const revision = await inTurn(() => {
      if (signal.aborted) return null;
      progress.stage(file, 'uploading');
      return uploadRecording(stored.s3, BUCKET, key, file, metadata);
    });
    if (revision === null) return null;
    await system.calls.ended({ callId, revision }, system.over);
    if (system.over?.aborted) return null;
    const record = await stored.record(callId);
    progress.finished(file, endingOf(record));
    return record;
  }
}

const endingOf = ({ status, code }: CallRecord): string =>
  code === undefined ? status.toLowerCase() : `${status.toLowerCase()}, ${code}`;
