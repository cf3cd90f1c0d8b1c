import type { Clock } from '../../../core/clock.ts';
import { whenWritable } from '../../journal/when-writable.ts';
import type { Queue } from './queue.ts';

/** The longest wait that SQS offers; a message ends it at once. */
const POLL_SECONDS = 20;

export interface ConsumerOptions {
  readonly queue: Queue;
  readonly clock: Clock;
  /** A message whose handling rejects is left to come back, or to go to a dead-letter queue. */
  readonly handle: (body: string, messageId: string) => Promise<void>;
}

/**
 * Hands a queue's messages to a function, one at a time: what a Lambda event source mapping with
 * a batch of one does.
 * @returns a stop that settles once the message at hand is done with
 */
export function consumeQueue({ queue, clock, handle }: ConsumerOptions): {
  stop: () => Promise<void>;
} {
  const stopped = new AbortController();
  const { signal } = stopped;
  const patiently = <T>(action: () => T | Promise<T>): Promise<T> =>
    whenWritable(action, { clock, signal });
  const consumed = (async (): Promise<void> => {
    while (!signal.aborted) {
      const [message] = await patiently(() => queue.receive({ waitSeconds: POLL_SECONDS, signal }));
      if (message === undefined) continue;
      const done = await succeeds(handle(message.body, message.id));
      if (done) await patiently(() => queue.delete(message.receiptHandle));
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return {
    async stop() {
      stopped.abort();
      await consumed;
    },
  };
}

async function succeeds(handling: Promise<void>): Promise<boolean> {
  try {
    await handling;
    return true;
  } catch {
    return false;
  }
}
