import * as z from 'zod';

/** An event as rules match it and targets receive it. */
export const EventEnvelope = z.object({
  version: z.literal('0'),
  id: z.string(),
  'detail-type': z.string(),
  source: z.string(),
  account: z.string(),
  /** ISO 8601, to the second. */
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()).readonly(),
  detail: z.custom<object>((detail) => typeof detail === 'object' && detail !== null),
});
export type EventEnvelope = Readonly<z.infer<typeof EventEnvelope>>;

/** What a service says of an event; the bus adds the rest. */
export type EventDraft = Pick<EventEnvelope, 'source' | 'detail-type' | 'detail'> &
  Partial<Pick<EventEnvelope, 'time' | 'resources'>>;

/** @param milliseconds since the epoch */
export const eventTime = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
