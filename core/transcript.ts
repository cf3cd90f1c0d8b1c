import * as z from 'zod';
import { Language } from './call.ts';

export const Speaker = z.enum(['agent', 'customer', 'unknown']);
export type Speaker = z.infer<typeof Speaker>;

/** Seconds from the recording's start. */
const Time = z.number().nonnegative();
/** 0 to 1; null where the engine gives none. */
const Confidence = z.number().min(0).max(1).nullable();

export const Word = z.object({ text: z.string(), start: Time, end: Time, confidence: Confidence });
export type Word = z.infer<typeof Word>;

export const Turn = z.object({
  index: z.number().int().nonnegative(),
  speaker: Speaker,
  /** 0 is left; a mono recording has 0 alone. */
  channel: z.number().int().nonnegative(),
  start: Time,
  end: Time,
  text: z.string(),
  language: Language,
  confidence: Confidence,
  /** A word or two inside of what the other says, to show that one listens. */
  backchannel: z.literal(true).optional(),
  words: z.array(Word).optional(),
});
export type Turn = z.infer<typeof Turn>;

/** Which program and which weights heard the call. */
export const TranscriptionEngine = z.object({
  name: z.string(),
  model: z.string(),
  modelSha256: z.string().nullable(),
  version: z.string(),
});
export type TranscriptionEngine = z.infer<typeof TranscriptionEngine>;

/** Speech that an engine claimed and a rule disbelieved. */
export const RejectedSpeech = z.object({
  channel: z.number().int().nonnegative(),
  start: Time,
  end: Time,
  text: z.string(),
  reason: z.string(),
});
export type RejectedSpeech = z.infer<typeof RejectedSpeech>;

const shared = {
  schemaVersion: z.literal(1),
  callId: z.string(),
  revision: z.string(),
  durationSeconds: z.number().nonnegative(),
  channels: z.number().int().min(1).max(2),
  /**
   * What the channels' clocks were found to differ by, in seconds: added to all times of channel 1;
   * less than 0: its amount added to those of channel 0. Without it the times are those of the file.
   */
  clockOffsetSeconds: z.number().optional(),
  engine: TranscriptionEngine,
  turns: z.array(Turn),
  rejected: z.array(RejectedSpeech),
};

/** What the worker heard, word for word. Lives under `work/` until it is refined, a day at most. */
export const RawTranscript = z.object({ ...shared, redacted: z.literal(false) });
export type RawTranscript = z.infer<typeof RawTranscript>;

const Seconds = z.number().nonnegative();
const BySide = <Value extends z.ZodType>(value: Value) =>
  z.object({ agent: value, customer: value });
const BySpeaker = <Value extends z.ZodType>(value: Value) =>
  z.object({ agent: value, customer: value, unknown: value });

/** How long one side lets the other wait, over all changes of speaker; speaking over is 0. */
export const ResponseGap = z.object({
  count: z.number().int().positive(),
  medianSeconds: Seconds,
  p95Seconds: Seconds,
});
export type ResponseGap = z.infer<typeof ResponseGap>;

/**
 * Who spoke how much, in seconds and shares; null where the recording cannot tell. Each figure is
 * defined in docs/talk-metrics.md.
 */
export const TalkMetrics = z.object({
  talkSeconds: BySpeaker(z.number().nullable()),
  /** Of the recording, 0 to 1. */
  talkShare: BySpeaker(z.number().min(0).max(1).nullable()).optional(),
  /** Agent talk over all talk of agent and customer, 0 to 1. */
  agentTalkShare: z.number().nullable(),
  silenceSeconds: Seconds,
  silenceShare: z.number().min(0).max(1),
  overlapSeconds: Seconds.nullable(),
  interruptions: BySide(z.number()).nullable(),
  longestMonologueSeconds: BySide(Seconds).nullable().optional(),
  /** By who lets the other wait: `agent` is how long the customer waits for the agent. */
  responseGap: BySide(ResponseGap.nullable()).nullable().optional(),
  /** Words per minute of voiced time, not of call time. */
  wordsPerMinute: BySpeaker(z.number().nullable()),
  /** Silence between words that is too long for a pause. */
  holdLikeGaps: z
    .object({ count: z.number().int(), totalSeconds: Seconds, longestSeconds: Seconds })
    .optional(),
  /** As of the transcript; 0 where the clocks agree, null in mono. */
  clockOffsetSeconds: z.number().nullable().optional(),
});
export type TalkMetrics = z.infer<typeof TalkMetrics>;

/** The transcript that is kept: redacted, with its talk metrics. */
export const Transcript = z.object({
  ...shared,
  redacted: z.literal(true),
  language: Language,
  /** How many spans were masked, by kind. */
  redactions: z.record(z.string(), z.number().int()),
  talkMetrics: TalkMetrics,
});
export type Transcript = z.infer<typeof Transcript>;
