import type { Message } from './message.ts';
import { QueueError } from './queue-error.ts';

/** One receive of one message from one queue. */
export interface Receipt {
  readonly messageId: string;
  /** The message's `receivedHere` at that receive; an older one is stale. */
  readonly receive: number;
}

export function writeReceipt(queue: string, { id, receivedHere }: Message): string {
  return Buffer.from(JSON.stringify([queue, id, receivedHere])).toString('base64url');
}

/** @throws QueueError ReceiptHandleIsInvalid for what this queue never gave out */
export function readReceipt(queue: string, handle: string): Receipt {
  const [from, messageId, receive] = decode(handle);
  if (from === queue && typeof messageId === 'string' && typeof receive === 'number') {
    return { messageId, receive };
  }
  throw new QueueError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
}

function decode(handle: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(handle, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
