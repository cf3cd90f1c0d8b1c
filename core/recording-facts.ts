import type { RejectionCode } from './contract.ts';

/** What a look at the file's container tells, before anything is decoded. */
export interface RecordingFacts {
  /** Null where the container does not say. */
  durationSeconds: number | null;
  channels: number | null;
  /** S3 user metadata, keys without their prefix. */
  userMetadata: Readonly<Record<string, string>>;
}

/** The most channels a call can have: agent and customer. */
const MOST_CHANNELS = 2;

/** Why a recording cannot be a call, or null when it can. */
export function refusalOf(
  facts: RecordingFacts,
  limits: { maxDurationSeconds: number },
): RejectionCode | null {
  const { durationSeconds, channels } = facts;
  if (durationSeconds === 0) return 'EMPTY';
  if (channels !== null && channels > MOST_CHANNELS) return 'TOO_MANY_CHANNELS';
  if (durationSeconds !== null && durationSeconds > limits.maxDurationSeconds) return 'TOO_LONG';
  return null;
}
