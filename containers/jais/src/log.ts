import type { Clock } from '../../../core/clock.ts';

/** Codes and numbers, never anything that was asked or answered. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** JSON lines for whoever runs the server. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** @param write takes one line, its line break included */
export function jsonLog(clock: Clock, write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      const time = new Date(clock.now()).toISOString();
      write(`${JSON.stringify({ time, level, message, ...fields })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** What can be told of an error that came from outside: its kind alone, as texts may quote input. */
export const kindOf = (error: unknown): string =>
  error instanceof Error ? error.name : typeof error;
