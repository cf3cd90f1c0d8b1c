import * as z from 'zod';
import { StateFailure } from '../failure.ts';
import type { Integration } from '../integration.ts';
import { Json, readArguments, serviceFailure } from './arguments.ts';

/** One event, as the PutEvents operation takes it. */
export interface EventEntry {
  Source: string;
  DetailType: string;
  /** JSON text of an object. */
  Detail: string;
  EventBusName?: string | undefined;
  Resources?: string[] | undefined;
}

/** Something that events can be put on. */
export interface EventPutter {
  putEvents(entries: EventEntry[]): Promise<{
    FailedEntryCount: number;
    Entries: { EventId?: string; ErrorCode?: string; ErrorMessage?: string }[];
  }>;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html */
const Arguments = z.strictObject({
  Entries: z
    .array(
      z.strictObject({
        Source: z.string().min(1),
        DetailType: z.string().min(1),
        Detail: z.union([z.string(), z.record(z.string(), Json)]),
        EventBusName: z.string().min(1).optional(),
        Resources: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(10),
});

/** `arn:aws:states:::events:putEvents`; one refused entry fails the task, as on AWS. */
export function putEvents(events: EventPutter): Integration {
  return async (args) => {
    const entries = readArguments(Arguments, args).Entries.map((entry) => ({
      ...entry,
      Detail: typeof entry.Detail === 'string' ? entry.Detail : JSON.stringify(entry.Detail),
    }));
    const result = await events.putEvents(entries).catch((thrown: unknown) => {
      throw serviceFailure('EventBridge', thrown);
    });
    if (result.FailedEntryCount === 0) return result;
    throw new StateFailure('EventBridge.FailedEntry', JSON.stringify(result));
  };
}
