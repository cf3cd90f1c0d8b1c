import { EXIT } from '../exit-codes.ts';

/** A person's Ctrl-C as a signal, for as long as it is listened to. */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly forget: () => void;
}

/** The first Ctrl-C aborts the signal, so that things stop in order; the second ends at once. */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  const listener = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return {
    signal: controller.signal,
    forget: () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    },
  };
}
