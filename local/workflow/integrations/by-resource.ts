import type { Integration } from '../integration.ts';
import { type FunctionInvoker, lambdaInvoke } from './lambda-invoke.ts';
import { type EventPutter, putEvents } from './put-events.ts';
import { type MessageSender, sendMessage } from './send-message.ts';

/** What the tasks of a state machine can reach. */
export interface Reach {
  functions: FunctionInvoker;
  events: EventPutter;
  queue: MessageSender;
}

/** Every integration, by the Resource string that stands for it in a definition. */
export function integrationsByResource(reach: Reach): Record<string, Integration> {
  return {
    'arn:aws:states:::lambda:invoke': lambdaInvoke(reach.functions),
    'arn:aws:states:::events:putEvents': putEvents(reach.events),
    'arn:aws:states:::sqs:sendMessage.waitForTaskToken': sendMessage(reach.queue),
  };
}
