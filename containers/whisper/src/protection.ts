import type { Cancel, Clock } from '../../../core/clock.ts';
import { kindOf, type Log } from './log.ts';
import type { ScaleInProtection } from './ports.ts';

/** Short, so that a worker that hangs is soon no longer protected. */
const PROTECTED_MINUTES = 15;

/** Two renewals may fail before protection lapses. */
const RENEWED_AFTER_MINUTES = PROTECTED_MINUTES / 3;

/** Protection of a worker from the first job until nothing is left to do. Never throws. */
export interface WorkProtection {
  /** From now on, renewed until `end`; does nothing where it has begun. */
  begin(): Promise<void>;
  end(): Promise<void>;
}

export function protectionWhile({
  protection,
  clock,
  log,
}: {
  protection: ScaleInProtection;
  clock: Clock;
  log: Log;
}): WorkProtection {
  let renewal: Cancel | undefined;
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      log.warn('could not change scale-in protection', { kind: kindOf(error) });
    }
  };
  const protect = (): Promise<void> => {
    renewal = clock.after(RENEWED_AFTER_MINUTES * 60_000, () => void protect());
    return attempt(() => protection.protect(PROTECTED_MINUTES));
  };
  return {
    async begin() {
      if (renewal === undefined) await protect();
    },
    async end() {
      if (renewal === undefined) return;
      renewal();
      renewal = undefined;
      await attempt(() => protection.release());
    },
  };
}
