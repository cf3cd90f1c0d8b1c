import * as z from 'zod';
import { Language } from './call.ts';
import { TalkMetrics } from './transcript.ts';

/** A task that gave no answer says so and why; it never falls back to a label. */
export const Unavailable = z.object({ unavailable: z.string() });
export type Unavailable = z.infer<typeof Unavailable>;

const TurnIndex = z.number().int().nonnegative();

export const SentimentLabel = z.enum(['positive', 'neutral', 'negative']);
export type SentimentLabel = z.infer<typeof SentimentLabel>;

export const Sentiment = z.object({
  label: SentimentLabel,
  /** One score a label, adding up to 1. */
  scores: z.record(SentimentLabel, z.number().min(0).max(1)),
  bySpeaker: z.object({ agent: SentimentLabel.nullable(), customer: SentimentLabel.nullable() }),
  /**
   * The customer's polarity in each quarter of the call, -1 to 1; null where nothing was said, or
   * where the engine does not tell, as with a speaker's label.
   */
  trend: z.array(z.number().min(-1).max(1).nullable()).length(4),
  evidence: z.array(TurnIndex),
});
export type Sentiment = z.infer<typeof Sentiment>;

export const OutcomeLabel = z.enum(['resolved', 'follow_up_needed', 'unknown']);
export type OutcomeLabel = z.infer<typeof OutcomeLabel>;

export const Outcome = z.object({ label: OutcomeLabel, evidence: z.array(TurnIndex) });
export type Outcome = z.infer<typeof Outcome>;

export const Summary = z.object({
  text: z.string(),
  language: Language,
  points: z.array(z.object({ text: z.string(), evidence: z.array(TurnIndex).min(1) })),
});
export type Summary = z.infer<typeof Summary>;

export const Topic = z.object({ label: z.string(), evidence: z.array(TurnIndex).min(1) });
export type Topic = z.infer<typeof Topic>;

export const AnalysisEngine = z.object({
  name: z.string(),
  model: z.string().nullable(),
  modelSha256: z.string().nullable(),
  promptRevision: z.string().nullable(),
});
export type AnalysisEngine = z.infer<typeof AnalysisEngine>;

/** What the transcript means; every answer points at the turns that show it. */
export const Analysis = z.object({
  schemaVersion: z.literal(1),
  callId: z.string(),
  revision: z.string(),
  engine: AnalysisEngine,
  language: Language,
  sentiment: z.union([Sentiment, Unavailable]),
  outcome: z.union([Outcome, Unavailable]),
  summary: z.union([Summary, Unavailable]),
  topics: z.union([z.array(Topic), Unavailable]),
  keywords: z.union([z.array(z.string()), Unavailable]),
  talkMetrics: TalkMetrics,
  /** How many turns the engine read, where it could not read all of them. */
  turnsRead: z.object({ read: z.int().positive(), of: z.int().positive() }).optional(),
});
export type Analysis = z.infer<typeof Analysis>;

/** Whether a task's answer is missing. */
export function isUnavailable(answer: unknown): answer is Unavailable {
  return typeof answer === 'object' && answer !== null && 'unavailable' in answer;
}
