import type { Clock } from '../../core/clock.ts';
import { pause } from '../pause.ts';
import { JournalUnwritable } from './journal.ts';

const FIRST_PAUSE_SECONDS = 1;
const LAST_PAUSE_SECONDS = 60;

/**
 * Does what nobody could be refused for, again and again until its journal takes it: a disk that
 * is full may get room.
 * @throws the signal's reason once it aborts, and whatever else the action throws
 */
export async function whenWritable<T>(
  action: () => T | Promise<T>,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<T> {
  for (let seconds = FIRST_PAUSE_SECONDS; ; seconds = Math.min(2 * seconds, LAST_PAUSE_SECONDS)) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof JournalUnwritable)) throw error;
    }
    await pause(clock, seconds, signal);
  }
}
