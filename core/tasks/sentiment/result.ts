import * as z from 'zod';
import { Evidence } from '../evidence.ts';

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
  evidence: Evidence,
});
export type Sentiment = z.infer<typeof Sentiment>;
