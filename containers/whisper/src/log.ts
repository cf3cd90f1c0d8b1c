import type { Clock } from '../../../core/clock.ts';

/** Ids, codes and numbers: never keys, file names or anything that was said. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** JSON lines for whoever runs the worker. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** The same log, with `fields` in every line. */
  with(fields: LogFields): Log;
}

/** @param write takes one line, its line break included */
export function jsonLog(clock: Clock, write: (line: string) => void, always: LogFields = {}): Log {
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      const time = new Date(clock.now()).toISOString();
      write(`${JSON.stringify({ time, level, message, ...always, ...fields })}\n`);
    };
  return {
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => jsonLog(clock, write, { ...always, ...fields }),
  };
}

/** What can be told of an error that came from outside: its kind alone, as texts may hold keys. */
export function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
