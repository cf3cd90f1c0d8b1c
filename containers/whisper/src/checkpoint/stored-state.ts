import type { S3Reference } from '../../../../core/call.ts';
import type { Clock } from '../../../../core/clock.ts';
import { kindOf, type Log } from '../log.ts';
import type { WorkArea } from '../ports.ts';

/** Of the 20 s between our grace period and the end that ECS makes. */
const LONGEST_WRITE_SECONDS = 10;

export interface StateParts {
  work: WorkArea;
  clock: Clock;
  log: Log;
}

/** One object that is replaced over and over. Nothing here throws: the work can be done again. */
export interface StoredState {
  /** @returns whether it is stored now */
  replace(json: string): Promise<boolean>;
  erase(): Promise<boolean>;
}

/** One write after the other, so that an older state never replaces a newer one. */
export function storedState(
  key: string,
  first: S3Reference | undefined,
  { work, clock, log }: StateParts,
): StoredState {
  let stored = first;
  let last = Promise.resolve(true);
  const next = (message: string, action: () => Promise<void>): Promise<boolean> => {
    last = last.then(action).then(
      () => true,
      (error: unknown) => {
        log.warn(message, { kind: kindOf(error) });
        return false;
      },
    );
    return last;
  };
  return {
    replace: (json) =>
      next('could not store a checkpoint', async () => {
        const older = stored;
        stored = await inTime(clock, (signal) => work.write(key, json, signal));
        // A bucket that keeps versions would keep what was said, too.
        if (older?.versionId !== undefined) await work.erase(older);
      }),
    erase: () =>
      next('could not erase a checkpoint', async () => {
        if (stored !== undefined) await work.erase(stored);
      }),
  };
}

async function inTime<T>(clock: Clock, write: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const cancel = clock.after(LONGEST_WRITE_SECONDS * 1000, () => late.abort());
  try {
    return await write(late.signal);
  } finally {
    cancel();
  }
}
