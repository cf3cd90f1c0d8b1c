/** Stops a timer that has not run yet; harmless afterwards. */
export type Cancel = () => void;

/** Time as a part of the system sees it, so that tests can jump through days without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `action` once, `milliseconds` from now. */
  after(milliseconds: number, action: () => void): Cancel;
}
