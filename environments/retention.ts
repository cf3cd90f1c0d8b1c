import * as z from 'zod';
import { whole } from './parts.ts';

/** A call may wait for 13 days and be worked on for some: what it reads must not age out before. */
const LEAST_DAYS = 15;
const MOST_DAYS = 3650;

/** The periods that CloudWatch Logs can keep an entry for, up to a year. */
const LogDays = z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365]);

/** How long each kind of data is kept. */
export const Retention = z.strictObject({
  /** Whether what holds data outlives its stack, which then cannot be deleted by mistake. */
  data: z.enum(['delete', 'retain']),
  /** From the upload (left out: for ever). An older version goes 30 days after its successor came. */
  recordingDays: whole(LEAST_DAYS, MOST_DAYS).optional(),
  /** Redacted transcripts and analyses, from when they were made (left out: for ever). */
  transcriptDays: whole(LEAST_DAYS, MOST_DAYS).optional(),
  /** Raw transcripts that nobody erased: they hold names and numbers (left out: 1). */
  workDays: whole(1, 7).optional(),
  logDays: LogDays,
});
