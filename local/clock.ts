import type { Clock } from '../core/clock.ts';

/** Longest delay that Node's timers keep; beyond it they fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clock. Its timers never keep the process alive. */
export const systemClock = machineClock({ keepsAlive: false });

/** The machine's own clock, for a program that may have nothing but a timer to wait for. */
export const wakefulClock = machineClock({ keepsAlive: true });

function machineClock({ keepsAlive }: { keepsAlive: boolean }): Clock {
  return {
    now: () => Date.now(),
    after(milliseconds, action) {
      const due = Date.now() + milliseconds;
      let timer: NodeJS.Timeout;
      const arm = (): void => {
        const left = due - Date.now();
        timer = setTimeout(
          left > LONGEST_TIMER_MS ? arm : action,
          Math.min(left, LONGEST_TIMER_MS),
        );
        if (!keepsAlive) timer.unref();
      };
      arm();
      return () => clearTimeout(timer);
    },
  };
}
