import { randomUUID } from 'node:crypto';
import * as z from 'zod';

/** A message as its queue keeps it: plain data. Times are milliseconds since the epoch. */
export const Message = z.object({
  id: z.string(),
  body: z.string(),
  sentAt: z.number(),
  firstReceivedAt: z.number().optional(),
  /** Over all queues that it went through. */
  receiveCount: z.number(),
  /** Since it came to this queue: what the redrive policy counts, and what receipts tell apart. */
  receivedHere: z.number(),
  visibleAt: z.number(),
});
export type Message = Readonly<z.infer<typeof Message>>;

export function newMessage(body: string, sentAt: number, delaySeconds: number): Message {
  return {
    id: randomUUID(),
    body,
    sentAt,
    firstReceivedAt: undefined,
    receiveCount: 0,
    receivedHere: 0,
    visibleAt: sentAt + delaySeconds * 1000,
  };
}

/** The message once more received, and out of sight until the time-out ends. */
export function received(message: Message, now: number, visibilityTimeoutSeconds: number): Message {
  return {
    ...message,
    firstReceivedAt: message.firstReceivedAt ?? now,
    receiveCount: message.receiveCount + 1,
    receivedHere: message.receivedHere + 1,
    visibleAt: now + visibilityTimeoutSeconds * 1000,
  };
}
