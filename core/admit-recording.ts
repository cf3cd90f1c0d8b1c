import {
  callIdOf,
  comparableSequencer,
  type Admission,
  type Call,
  type CallRecord,
  type Recording,
  type RecordingMetadata,
  type S3Reference,
} from './call.ts';
import { claimCall, type CallRegister } from './call-register.ts';
import type { RejectionCode } from './contract.ts';
import { refusalOf, type RecordingFacts } from './recording-facts.ts';
import { recordingMetadata } from './recording-metadata.ts';

/** What admitting a recording needs of the world. */
export interface AdmissionPorts {
  /** Looks at the file's first bytes; a code when they cannot be a recording. */
  probe(recording: Recording): Promise<RecordingFacts | RejectionCode>;
  register: CallRegister;
  isRunning(executionArn: string): Promise<boolean>;
  /** The redacted transcript of this revision by the engine in use, if an earlier try left one. */
  findTranscript(callId: string, revision: string): Promise<S3Reference | null>;
  now(): string;
}

export interface AdmissionRules {
  maxDurationSeconds: number;
  fileNamePattern?: string | undefined;
}

/**
 * Decides what happens to a recording: transcribe it, go on from its transcript, refuse it, or
 * leave it to the execution that has it.
 */
export async function admitRecording(
  recording: Recording,
  executionArn: string,
  ports: AdmissionPorts,
  rules: AdmissionRules,
): Promise<Admission> {
  // Consoles make "folders" as empty objects whose key ends in a slash.
  if (recording.key.endsWith('/')) return { admission: 'none', call: null };
  const facts = await ports.probe(recording);
  const refusal = typeof facts === 'string' ? facts : refusalOf(facts, rules);
  const known = typeof facts === 'string' ? null : facts;
  const metadata = recordingMetadata(
    known?.userMetadata ?? {},
    recording.key,
    rules.fileNamePattern,
  );
  const claim = received(recording, executionArn, known, metadata, ports.now());
  // Before the claim, which replaces the record: a failure later on must not cost the transcript.
  const transcript =
    refusal === null ? await ports.findTranscript(claim.callId, claim.revision) : null;
  const record = { ...claim, ...(transcript !== null && { transcript }) };
  if (!(await claimCall(record, ports.register, (arn) => ports.isRunning(arn)))) {
    return { admission: 'none', call: null };
  }
  if (refusal !== null) return { admission: 'rejected', call: null, rejected: { code: refusal } };
  const call = callOf(record);
  return transcript === null
    ? { admission: 'transcribe', call }
    : { admission: 'analyse', call, transcript };
}

function received(
  recording: Recording,
  executionArn: string,
  facts: RecordingFacts | null,
  metadata: RecordingMetadata,
  receivedAt: string,
): CallRecord {
  return {
    schemaVersion: 1,
    callId: callIdOf(recording),
    revision: recording.versionId,
    sequencer: comparableSequencer(recording.sequencer),
    executionArn,
    recording: {
      bucket: recording.bucket,
      key: recording.key,
      versionId: recording.versionId,
    },
    status: 'RECEIVED',
    receivedAt,
    metadata,
    durationSeconds: facts?.durationSeconds ?? undefined,
    channels: facts?.channels ?? undefined,
    language: metadata.language,
  };
}

function callOf(record: CallRecord): Call {
  return {
    callId: record.callId,
    revision: record.revision,
    executionArn: record.executionArn,
    durationSeconds: record.durationSeconds ?? null,
    channels: record.channels ?? null,
    language: record.metadata?.language ?? null,
    agentChannel: record.metadata?.agentChannel ?? null,
  };
}
