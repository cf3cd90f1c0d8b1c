import * as z from 'zod';
import { createHash } from 'node:crypto';
import { FAILURE_CODES, REJECTION_CODES } from './contract.ts';

/** The languages that calls are analysed in. */
export const Language = z.enum(['ar', 'en']);
export type Language = z.infer<typeof Language>;

/** An object in S3: the only way that a text is handed from one stage to the next. */
export const S3Reference = z.object({
  bucket: z.string().min(1),
  key: z.string().min(1),
  versionId: z.string().min(1).optional(),
});
export type S3Reference = z.infer<typeof S3Reference>;

/** One version of one object under `recordings/`, as the S3 event names it. */
export const Recording = z.object({
  bucket: z.string().min(1),
  key: z.string().min(1),
  versionId: z.string().min(1),
  /** Hexadecimal, of varying length: orders the versions of one key (S3 event message structure). */
  sequencer: z.string().regex(/^[0-9A-Fa-f]+$/),
});
export type Recording = z.infer<typeof Recording>;

/** What the recorder says of a call; whatever it left out is absent. */
export const RecordingMetadata = z.object({
  agentId: z.string().optional(),
  customerId: z.string().optional(),
  queue: z.string().optional(),
  language: Language.optional(),
  startedAt: z.iso.datetime({ offset: true }).optional(),
  agentChannel: z.enum(['left', 'right']).optional(),
});
export type RecordingMetadata = z.infer<typeof RecordingMetadata>;

/** An admitted call as state machine data: ids, labels and numbers only. */
export const Call = z.object({
  callId: z.string().min(1),
  revision: z.string().min(1),
  executionArn: z.string().min(1),
  /** Null where the container does not say: the worker finds out. */
  durationSeconds: z.number().nonnegative().nullable(),
  channels: z.number().int().min(1).max(2).nullable(),
  language: Language.nullable(),
  agentChannel: z.enum(['left', 'right']).nullable(),
});
export type Call = z.infer<typeof Call>;

export const CallStatus = z.enum(['RECEIVED', 'TRANSCRIBED', 'ANALYSED', 'REJECTED', 'FAILED']);
export type CallStatus = z.infer<typeof CallStatus>;

/** What DynamoDB keeps of a call: the newest revision alone. */
export const CallRecord = z.object({
  schemaVersion: z.literal(1),
  callId: z.string(),
  revision: z.string(),
  /** Left-padded, so that text order is S3's order. */
  sequencer: z.string(),
  executionArn: z.string(),
  recording: S3Reference,
  status: CallStatus,
  code: z.enum([...REJECTION_CODES, ...FAILURE_CODES]).optional(),
  receivedAt: z.iso.datetime().optional(),
  transcribedAt: z.iso.datetime().optional(),
  analysedAt: z.iso.datetime().optional(),
  rejectedAt: z.iso.datetime().optional(),
  failedAt: z.iso.datetime().optional(),
  durationSeconds: z.number().optional(),
  channels: z.number().optional(),
  language: Language.optional(),
  metadata: RecordingMetadata.optional(),
  transcript: S3Reference.optional(),
  analysis: S3Reference.optional(),
  transcriptionEngine: z.string().optional(),
  analysisEngine: z.string().optional(),
  sentiment: z.string().optional(),
  outcome: z.string().optional(),
  summary: z.string().optional(),
  topics: z.array(z.string()).optional(),
  intents: z.array(z.string()).optional(),
  /** Critical intents that may be the customer's. */
  possibleIntents: z.array(z.string()).optional(),
  fraudRisk: z.string().optional(),
  /** A queue of the settings. */
  routeTo: z.string().optional(),
  /** The agent's, 0 to 100; left out where no question applied. */
  score: z.number().optional(),
  passed: z.boolean().optional(),
});
export type CallRecord = z.infer<typeof CallRecord>;

/** What admit-recording answers the state machine with. */
export const Admission = z.discriminatedUnion('admission', [
  z.object({ admission: z.literal('transcribe'), call: Call }),
  z.object({ admission: z.literal('analyse'), call: Call, transcript: S3Reference }),
  z.object({
    admission: z.literal('rejected'),
    call: z.null(),
    rejected: z.object({ code: z.enum(REJECTION_CODES) }),
  }),
  /** Another execution has the call, or there is none: a folder marker. */
  z.object({ admission: z.literal('none'), call: z.null() }),
]);
export type Admission = z.infer<typeof Admission>;

/**
 * A call's id: 128 bits of SHA-256 over bucket and key, as 32 hexadecimal digits. File names hold
 * phone numbers, so the id, never the name, goes into logs, metrics and execution names.
 */
export function callIdOf({ bucket, key }: { bucket: string; key: string }): string {
  return createHash('sha256').update(`${bucket}\0${key}`).digest('hex').slice(0, 32);
}

/**
 * S3's sequencer as text that sorts in S3's order: lower-case hexadecimal, left-padded with zeros.
 * S3 documents the comparison but no length; 64 digits leave room (it sends 16 to 18 today).
 */
export function comparableSequencer(sequencer: string): string {
  return sequencer.toLowerCase().padStart(64, '0');
}
