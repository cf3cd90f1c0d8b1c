import * as z from 'zod';
import { ServiceError } from '../aws-json.ts';
import type { EventDraft } from './envelope.ts';
import { eventTime } from './envelope.ts';

export const PutEventsEntry = z.strictObject({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  /** JSON text of an object. */
  Detail: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  /** Seconds since the epoch. */
  Time: z.number().optional(),
  /** Name or ARN; `default` when left out. */
  EventBusName: z.string().min(1).optional(),
  TraceHeader: z.string().optional(),
});
export type PutEventsEntry = z.infer<typeof PutEventsEntry>;

export const PutEventsRequest = z.strictObject({ Entries: z.array(PutEventsEntry).min(1).max(10) });

export interface PutEventsResult {
  readonly FailedEntryCount: number;
  /** One for each entry, in their order. */
  readonly Entries: { EventId?: string; ErrorCode?: string; ErrorMessage?: string }[];
}

/** An entry that is refused while the others of its request stand. */
export class EntryError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = code;
    this.code = code;
  }
}

/** The limit for a request since January 2026, and what EventBridge counts for a time stamp. */
const LARGEST_REQUEST = 2 ** 20;
const TIME_BYTES = 14;

/** @throws ServiceError ValidationException when the entries together are too large */
export function checkSize(entries: readonly PutEventsEntry[]): void {
  const bytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (bytes <= LARGEST_REQUEST) return;
  throw new ServiceError(
    'ValidationException',
    `Total size of the entries in the request is over the limit: ${bytes} of ${LARGEST_REQUEST} bytes.`,
  );
}

/** @throws EntryError with the code that PutEvents gives for such an entry */
export function draftOf(entry: PutEventsEntry): EventDraft {
  const source = required(entry, 'Source');
  if (source.startsWith('aws.')) {
    throw new EntryError('NotAuthorizedForSourceException', 'Not authorized for the source.');
  }
  return {
    source,
    'detail-type': required(entry, 'DetailType'),
    detail: parsedDetail(required(entry, 'Detail')),
    resources: entry.Resources ?? [],
    ...(entry.Time === undefined ? {} : { time: eventTime(entry.Time * 1000) }),
  };
}

function required(entry: PutEventsEntry, name: 'Source' | 'DetailType' | 'Detail'): string {
  const value = entry[name];
  if (value !== undefined && value !== '') return value;
  throw new EntryError(
    'InvalidArgument',
    `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  );
}

function parsedDetail(text: string): object {
  try {
    const detail: unknown = JSON.parse(text);
    if (typeof detail === 'object' && detail !== null && !Array.isArray(detail)) return detail;
  } catch {
    // Told below, like JSON that is no object.
  }
  throw new EntryError('MalformedDetail', 'Detail is malformed.');
}

function sizeOf({ Source, DetailType, Detail, Resources = [], Time }: PutEventsEntry): number {
  const texts = [Source ?? '', DetailType ?? '', Detail ?? '', ...Resources];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes + (Time === undefined ? 0 : TIME_BYTES);
}
