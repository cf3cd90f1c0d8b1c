/**
 * What calls are about, first version. Labels are stable names that records and events carry; the
 * phrases that show a topic stand beside it for each language.
 */
export const TOPICS = [
  'billing',
  'refund',
  'cancellation',
  'technical_support',
  'delivery',
  'account_access',
  'complaint',
  'appointment',
  'plan_change',
  'general_enquiry',
] as const;
export type TopicLabel = (typeof TOPICS)[number];

/** Phrases of one language by topic, separated by commas. */
export type TopicCues = Readonly<Record<TopicLabel, string>>;
