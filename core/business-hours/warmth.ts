import type { BusinessHours } from './hours.ts';
import { shiftsBetween } from './shifts.ts';
import { joined, type Span } from './spans.ts';

/** From then on copies are kept warm, or no longer. */
export interface Change {
  /** Milliseconds since the epoch. */
  at: number;
  isWarm: boolean;
}

/** Whether calls are handled at that time. */
export const isOpen = (hours: BusinessHours, instantMs: number): boolean =>
  shiftsBetween(hours, instantMs, instantMs).some(
    ({ openAt, closeAt }) => openAt <= instantMs && instantMs < closeAt,
  );

/** As `isOpen`, the pre-warm included. */
export const isWarm = (hours: BusinessHours, instantMs: number): boolean =>
  shiftsBetween(hours, instantMs, instantMs).some(
    ({ warmAt, closeAt }) => warmAt <= instantMs && instantMs < closeAt,
  );

/** When all is warm, of a time that may begin before `fromMs` and end after `toMs`. */
const warmSpans = (hours: BusinessHours, fromMs: number, toMs: number): Span[] =>
  joined(
    shiftsBetween(hours, fromMs, toMs).map(({ warmAt, closeAt }) => ({
      from: warmAt,
      to: closeAt,
    })),
  );

/** When warmth begins and ends, from `fromMs` (included) to `toMs` (not), in order. */
export function changesBetween(hours: BusinessHours, fromMs: number, toMs: number): Change[] {
  return warmSpans(hours, fromMs, toMs)
    .flatMap(({ from, to }) => [
      { at: from, isWarm: true },
      { at: to, isWarm: false },
    ])
    .filter(({ at }) => fromMs <= at && at < toMs);
}
