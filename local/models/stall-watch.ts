import type { Clock } from '../../core/clock.ts';

/** Aborts when nothing has come for a while. */
export interface StallWatch {
  signal: AbortSignal;
  /** Something came. */
  readonly alive: () => void;
  readonly end: () => void;
}

export function stallWatch(clock: Clock, milliseconds: number): StallWatch {
  const controller = new AbortController();
  const wait = () => clock.after(milliseconds, () => controller.abort());
  let cancel = wait();
  return {
    signal: controller.signal,
    alive() {
      cancel();
      cancel = wait();
    },
    end: () => cancel(),
  };
}
