import type { Clock } from '../../../core/clock.ts';

/** Measures stages of a job. */
export interface Stopwatch {
  /** Runs a stage and keeps its seconds under `name`, whatever its end. */
  time<T>(name: string, stage: () => Promise<T>): Promise<T>;
  /** Seconds of every stage so far. */
  readonly seconds: Readonly<Record<string, number>>;
}

export function stopwatch(clock: Clock): Stopwatch {
  const seconds: Record<string, number> = {};
  return {
    seconds,
    async time(name, stage) {
      const started = clock.now();
      try {
        return await stage();
      } finally {
        seconds[name] = (clock.now() - started) / 1000;
      }
    },
  };
}
