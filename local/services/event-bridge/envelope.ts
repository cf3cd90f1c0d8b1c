/** An event as rules match it and targets receive it. */
export interface EventEnvelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601, to the second. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: object;
}

/** What a service says of an event; the bus adds the rest. */
export type EventDraft = Pick<EventEnvelope, 'source' | 'detail-type' | 'detail'> &
  Partial<Pick<EventEnvelope, 'time' | 'resources'>>;

/** @param milliseconds since the epoch */
export const eventTime = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
