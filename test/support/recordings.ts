import type { CallRecord, Recording } from '../../core/call.ts';
import { callIdOf, comparableSequencer } from '../../core/call.ts';

export const BUCKET = 'recordings-of-a-test';

/** A recording as an event names it; a later version has a higher sequencer. */
export function aRecording(given: Partial<Recording> = {}): Recording {
  return {
    bucket: BUCKET,
    key: 'recordings/2026/call.wav',
    versionId: 'version-1',
    sequencer: '0055AED6DCD90281E5',
    ...given,
  };
}

export function aRecord(given: Partial<CallRecord> = {}): CallRecord {
  const recording = aRecording();
  return {
    schemaVersion: 1,
    callId: callIdOf(recording),
    revision: recording.versionId,
    sequencer: comparableSequencer(recording.sequencer),
    executionArn: 'execution-1',
    recording: { bucket: recording.bucket, key: recording.key, versionId: recording.versionId },
    status: 'RECEIVED',
    receivedAt: '2026-01-05T09:00:00.000Z',
    ...given,
  };
}
