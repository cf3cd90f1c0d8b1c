import * as z from 'zod';
import { Language, S3Reference } from './call.ts';
import { REJECTION_CODES } from './contract.ts';

/** One recording to transcribe, as the state machine puts it on the job queue. */
export const TranscriptionJob = z.object({
  schemaVersion: z.literal(1),
  taskToken: z.string().min(1),
  callId: z.string().min(1),
  revision: z.string().min(1),
  bucket: z.string().min(1),
  key: z.string().min(1),
  versionId: z.string().min(1),
  hints: z.object({
    durationSeconds: z.number().nonnegative().nullable(),
    channels: z.number().int().min(1).max(2).nullable(),
    language: Language.nullable(),
    agentChannel: z.enum(['left', 'right']).nullable(),
  }),
});
export type TranscriptionJob = z.infer<typeof TranscriptionJob>;

/** What the worker answers the task token with: where the transcript is, or why there is none. */
export const TranscriptionResult = z.union([
  z.object({ rawTranscript: S3Reference }),
  z.object({ rejected: z.object({ code: z.enum(REJECTION_CODES) }) }),
]);
export type TranscriptionResult = z.infer<typeof TranscriptionResult>;
