import type { Cancel, Clock } from '../../../core/clock.ts';
import { CallNoLongerWaits } from './errors.ts';
import { kindOf, type Log } from './log.ts';
import type { JobQueue, Message, TaskTokens } from './ports.ts';

/** What is held while a job is done. */
export interface Held {
  message: Message;
  taskToken: string;
  /** Aborted with CallNoLongerWaits once the token is found dead. */
  abort: AbortController;
}

export interface LeaseParts {
  queue: JobQueue;
  tokens: TaskTokens;
  clock: Clock;
  log: Log;
  visibilitySeconds: number;
}

/**
 * Keeps a message hidden from other workers and its call alive: a sign of life every third of the
 * visibility time, so that two may fail before the message comes back.
 * @returns stops the signs of life
 */
export function keepLease(
  held: Held,
  { clock, visibilitySeconds, ...parts }: LeaseParts,
): () => void {
  let cancel: Cancel | undefined;
  let released = false;
  const next = (): void => {
    cancel = clock.after((visibilitySeconds * 1000) / 3, () => void beat());
  };
  const beat = async (): Promise<void> => {
    await Promise.all([extend(held, visibilitySeconds, parts), heartbeat(held, parts)]);
    if (!released && !held.abort.signal.aborted) next();
  };
  next();
  return () => {
    released = true;
    cancel?.();
  };
}

type BeatParts = Pick<LeaseParts, 'queue' | 'tokens' | 'log'>;

/** A sign of life that fails is no reason to stop: the next one may pass. */
async function extend(
  { message }: Held,
  seconds: number,
  { queue, log }: BeatParts,
): Promise<void> {
  try {
    await queue.extend(message, seconds);
  } catch (error) {
    log.warn('could not extend a message', { messageId: message.id, kind: kindOf(error) });
  }
}

async function heartbeat({ taskToken, abort }: Held, { tokens, log }: BeatParts): Promise<void> {
  try {
    const waits = await tokens.heartbeat(taskToken);
    if (!waits) abort.abort(new CallNoLongerWaits('the task token is no longer valid'));
  } catch (error) {
    log.warn('could not send a heartbeat', { kind: kindOf(error) });
  }
}
