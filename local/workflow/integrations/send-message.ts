import * as z from 'zod';
import type { Integration } from '../integration.ts';
import { Json, readArguments, serviceFailure } from './arguments.ts';

/** Something that takes messages for a queue. */
export interface MessageSender {
  sendMessage(
    queueUrl: string,
    body: string,
  ): Promise<{ MessageId: string; MD5OfMessageBody: string }>;
}

const Arguments = z.strictObject({
  QueueUrl: z.string().min(1),
  MessageBody: z.union([z.string(), z.record(z.string(), Json)]),
});

/**
 * `arn:aws:states:::sqs:sendMessage.waitForTaskToken`: sends the message that carries the token.
 * Whoever takes the message answers the token; a body that is an object is sent as JSON text.
 */
export function sendMessage(queue: MessageSender): Integration {
  return async (args) => {
    const { QueueUrl, MessageBody } = readArguments(Arguments, args);
    const body = typeof MessageBody === 'string' ? MessageBody : JSON.stringify(MessageBody);
    try {
      return { ...(await queue.sendMessage(QueueUrl, body)) };
    } catch (thrown) {
      throw serviceFailure('SQS', thrown);
    }
  };
}
