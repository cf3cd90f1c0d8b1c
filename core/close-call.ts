import { callIdOf, comparableSequencer, type CallRecord, type Recording } from './call.ts';
import {
  ERROR,
  FAILURE_CODES,
  type FailureCode,
  type RejectionCode,
  type Stage,
} from './contract.ts';

/** How a call ends without an analysis. */
export type Ending =
  { status: 'REJECTED'; code: RejectionCode } | { status: 'FAILED'; code: FailureCode };

/**
 * The code of a failure: the stage's own where the error is one, else by the stage it happened in.
 * @param error the error's name as Step Functions gives it
 */
export function failureCodeOf(stage: Stage, error: string): FailureCode {
  const known = FAILURE_CODES.find((code) => code === error);
  if (known !== undefined) return known;
  if (error === 'States.Timeout' || error === 'States.HeartbeatTimeout') return 'TIMED_OUT';
  if (stage === 'transcribe') return 'ENGINE_FAILED';
  return stage === 'analyse' ? ERROR.analysisFailed : 'INTERNAL';
}

/** The code of an execution that ended without closing its call. */
export function failureCodeOfExecution(status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'): FailureCode {
  return status === 'FAILED' ? 'INTERNAL' : status;
}

/** What close-call writes: the few fields that any ending has, whatever was recorded before. */
export function endingOf(
  recording: Recording,
  executionArn: string,
  ending: Ending,
  at: string,
): CallRecord {
  const { bucket, key, versionId, sequencer } = recording;
  return {
    schemaVersion: 1,
    callId: callIdOf(recording),
    revision: versionId,
    sequencer: comparableSequencer(sequencer),
    executionArn,
    recording: { bucket, key, versionId },
    status: ending.status,
    code: ending.code,
    ...(ending.status === 'REJECTED' ? { rejectedAt: at } : { failedAt: at }),
  };
}
