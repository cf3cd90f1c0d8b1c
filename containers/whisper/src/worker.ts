import type { Cancel, Clock } from '../../../core/clock.ts';
import { PlannedStop } from './errors.ts';
import { handleMessage, type MessageParts } from './handle-message.ts';
import { kindOf } from './log.ts';
import type { Message, ScaleInProtection } from './ports.ts';
import { protectionWhile } from './protection.ts';

const FIRST_RETRY_SECONDS = 1;
const LAST_RETRY_SECONDS = 60;

export type WorkerParts = MessageParts & {
  concurrency: number;
  graceSeconds: number;
  idleMinutes: number | null;
  protection: ScaleInProtection;
};

/**
 * Takes jobs until told to stop, never more than `concurrency` at a time. Then it takes nothing
 * new, lets what runs finish within the grace period and hands the rest back. A worker with
 * `idleMinutes` ends by itself after that long without a job: one that a person or a one-off task
 * started, as nobody else stops it; in a service the scaling does.
 */
export async function runWorker(parts: WorkerParts, stop: AbortSignal): Promise<void> {
  const running = new Map<Promise<void>, AbortController>();
  const stopped = aborted(stop);
  const receive = receiver(parts, stop, stopped);
  const protection = protectionWhile(parts);
  let idleSince = parts.clock.now();
  while (!stop.aborted && !isIdleTooLong(idleSince, parts)) {
    const wasBusy = running.size > 0;
    if (running.size === parts.concurrency) {
      await Promise.race([...running.keys(), stopped]);
    } else {
      const messages = await receive(parts.concurrency - running.size);
      if (messages.length > 0) await protection.begin();
      for (const message of messages) start(message, running, parts);
      if (running.size === 0) await protection.end();
    }
    if (wasBusy || running.size > 0) idleSince = parts.clock.now();
  }
  await drain(running, parts);
  await protection.end();
}

function isIdleTooLong(since: number, { clock, idleMinutes }: WorkerParts): boolean {
  return idleMinutes !== null && clock.now() - since >= idleMinutes * 60_000;
}

function start(
  message: Message,
  running: Map<Promise<void>, AbortController>,
  parts: MessageParts,
): void {
  const abort = new AbortController();
  const handled = handleMessage(message, abort, parts);
  running.set(handled, abort);
  void handled.finally(() => running.delete(handled));
}

/** Receives with a pause after each failure, twice as long each time, a minute at most. */
function receiver(
  { queue, clock, log }: WorkerParts,
  stop: AbortSignal,
  stopped: Promise<void>,
): (most: number) => Promise<Message[]> {
  let retrySeconds = FIRST_RETRY_SECONDS;
  return async (most) => {
    try {
      const messages = await queue.receive(most, stop);
      retrySeconds = FIRST_RETRY_SECONDS;
      return messages;
    } catch (error) {
      if (stop.aborted) return [];
      log.warn('could not receive jobs', { kind: kindOf(error), retrySeconds });
      await pause(clock, retrySeconds, stopped);
      retrySeconds = Math.min(LAST_RETRY_SECONDS, retrySeconds * 2);
      return [];
    }
  };
}

async function drain(
  running: ReadonlyMap<Promise<void>, AbortController>,
  { clock, log, graceSeconds }: WorkerParts,
): Promise<void> {
  log.info('stopping', { running: running.size });
  const cancel = clock.after(graceSeconds * 1000, () => {
    for (const abort of running.values()) abort.abort(new PlannedStop('the grace period is over'));
  });
  await Promise.all(running.keys());
  cancel();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function pause(clock: Clock, seconds: number, stopped: Promise<void>): Promise<void> {
  let cancel: Cancel | undefined;
  const over = new Promise<void>((resolve) => {
    cancel = clock.after(seconds * 1000, resolve);
  });
  await Promise.race([over, stopped]);
  cancel?.();
}
