import * as z from 'zod';
import { CallStatus, Language, S3Reference, type CallRecord } from './call.ts';
import {
  EVENT_SOURCE,
  EVENT_TYPE,
  FAILURE_CODES,
  MESSAGES,
  RECORDINGS_PREFIX,
  REJECTION_CODES,
} from './contract.ts';

const Code = z.enum([...REJECTION_CODES, ...FAILURE_CODES]);

/**
 * What an event says of a call: ids, labels, numbers and references, never text. Delivered at
 * least once; consumers deduplicate by callId and revision.
 */
export const CallEventDetail = z.object({
  schemaVersion: z.literal(1),
  callId: z.string(),
  revision: z.string(),
  status: CallStatus.extract(['ANALYSED', 'REJECTED', 'FAILED']),
  /** When the status was reached. */
  occurredAt: z.iso.datetime(),
  code: Code.optional(),
  message: z.string().optional(),
  durationSeconds: z.number().optional(),
  language: Language.optional(),
  sentiment: z.string().optional(),
  outcome: z.string().optional(),
  topics: z.array(z.string()).optional(),
  engines: z.object({ transcription: z.string().optional(), analysis: z.string().optional() }),
  transcript: S3Reference.optional(),
  analysis: S3Reference.optional(),
});
export type CallEventDetail = z.infer<typeof CallEventDetail>;

/** An event before the bus puts its envelope around it. */
export interface CallEvent {
  source: typeof EVENT_SOURCE;
  detailType: (typeof EVENT_TYPE)[keyof typeof EVENT_TYPE];
  detail: CallEventDetail;
}

const ENDINGS = {
  ANALYSED: { detailType: EVENT_TYPE.analysed, time: 'analysedAt' },
  REJECTED: { detailType: EVENT_TYPE.rejected, time: 'rejectedAt' },
  FAILED: { detailType: EVENT_TYPE.failed, time: 'failedAt' },
} as const;

/**
 * The event of a call that has ended, made from its record alone, so that whoever announces it
 * says the same.
 * @throws TypeError when the call has not ended
 */
export function eventOf(record: CallRecord): CallEvent {
  const { status } = record;
  if (status === 'RECEIVED' || status === 'TRANSCRIBED') {
    throw new TypeError(`expected a call that has ended, got status ${status}`);
  }
  const { detailType, time } = ENDINGS[status];
  const detail = CallEventDetail.parse({
    schemaVersion: 1,
    callId: record.callId,
    revision: record.revision,
    status,
    occurredAt: record[time],
    code: record.code,
    message: record.code && MESSAGES[record.code],
    durationSeconds: record.durationSeconds,
    language: record.language,
    sentiment: record.sentiment,
    outcome: record.outcome,
    topics: record.topics,
    engines: { transcription: record.transcriptionEngine, analysis: record.analysisEngine },
    transcript: record.transcript,
    analysis: record.analysis,
  });
  return { source: EVENT_SOURCE, detailType, detail };
}

/** Detail of S3's `Object Created` event: keys come raw, not URL-encoded as in S3 notifications. */
export const ObjectCreatedDetail = z.object({
  bucket: z.object({ name: z.string().min(1) }),
  object: z.object({
    key: z.string().min(1),
    size: z.number().int().nonnegative(),
    'version-id': z.string().min(1),
    sequencer: z.string().min(1),
  }),
});
export type ObjectCreatedDetail = z.infer<typeof ObjectCreatedDetail>;

/** Which events start the state machine. */
export const recordingArrived = (bucket: string) => ({
  source: ['aws.s3'],
  'detail-type': ['Object Created'],
  detail: { bucket: { name: [bucket] }, object: { key: [{ prefix: RECORDINGS_PREFIX }] } },
});

/** Which events the sweep looks at: executions that ended otherwise than well. */
export const executionEndedBadly = (stateMachineArn: string) => ({
  source: ['aws.states'],
  'detail-type': ['Step Functions Execution Status Change'],
  detail: { stateMachineArn: [stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
});
