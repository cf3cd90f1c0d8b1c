import * as z from 'zod';
import { whole } from './parts.ts';

/** A call may wait for 13 days and be worked on for some: what it reads must not age out before. */
const LEAST_DAYS = 15;
const MOST_DAYS = 3650;

/** The periods that CloudWatch Logs can keep an entry for, up to a year. */
const LogDays = z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365]);

/** S3 charges what is archived for so long at the least. */
const LEAST_ARCHIVED_DAYS = 90;

const Kept = z.strictObject({
  /** Whether what holds data outlives its stack, which then cannot be deleted by mistake. */
  data: z.enum(['delete', 'retain']),
  /** From the upload (left out: for ever). An older version goes 30 days after its successor came. */
  recordingDays: whole(LEAST_DAYS, MOST_DAYS).optional(),
  /**
   * From the upload until a recording moves to Glacier Instant Retrieval: played back as quickly, kept
   * for a sixth of the price, and every playback costs (left out: never).
   */
  archiveRecordingsAfterDays: whole(LEAST_DAYS, MOST_DAYS).optional(),
  /** Redacted transcripts and analyses, from when they were made (left out: for ever). */
  transcriptDays: whole(LEAST_DAYS, MOST_DAYS).optional(),
  /** Raw transcripts that nobody erased: they hold names and numbers (left out: 1). */
  workDays: whole(1, 7).optional(),
  logDays: LogDays,
});

/** How long each kind of data is kept. */
export const Retention = Kept.refine(
  ({ recordingDays = Infinity, archiveRecordingsAfterDays = 0 }) =>
    archiveRecordingsAfterDays === 0 ||
    recordingDays >= archiveRecordingsAfterDays + LEAST_ARCHIVED_DAYS,
  {
    path: ['archiveRecordingsAfterDays'],
    error: `expected ${LEAST_ARCHIVED_DAYS} days or more before recordingDays, as S3 charges so long for what is archived`,
  },
);
