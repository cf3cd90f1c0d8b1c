import { Queue, type QueueOptions } from '../../../../local/services/sqs/queue.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';

export const SECOND = 1000;

export function givenQueue(more: Partial<QueueOptions> = {}): {
  queue: Queue;
  clock: JumpingClock;
} {
  const clock = new JumpingClock();
  return {
    queue: new Queue({ name: 'jobs', clock, visibilityTimeoutSeconds: 30, ...more }),
    clock,
  };
}

export const bodies = (messages: readonly { body: string }[]): string[] =>
  messages.map(({ body }) => body);

/** The one message that a receive gives. */
export async function receiveOne(queue: Queue) {
  const [message] = await queue.receive();
  if (message === undefined) throw new Error('expected a message, got none');
  return message;
}

/** A long poll, and whether it has ended. */
export function poll(queue: Queue, waitSeconds = 20, signal?: AbortSignal) {
  const state = { bodies: undefined as string[] | undefined };
  void queue.receive({ waitSeconds, signal }).then((messages) => {
    state.bodies = bodies(messages);
  });
  return state;
}
