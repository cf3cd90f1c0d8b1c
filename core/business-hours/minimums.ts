import type { Schedule } from './hours.ts';
import { changesOf, type MinimumChange } from './minimum-changes.ts';
import { shiftsBetween } from './shifts.ts';

/** How many are kept running at that time. */
export const minimumAt = (schedule: Schedule, instantMs: number): number =>
  minimumsBetween(schedule, instantMs, instantMs)(instantMs);

/** When how many are kept changes, from `fromMs` (included) to `toMs` (not), in order. */
export const minimumChangesBetween = (
  schedule: Schedule,
  fromMs: number,
  toMs: number,
): MinimumChange[] => around(schedule, fromMs, toMs).filter(({ at }) => fromMs <= at && at < toMs);

/** As `minimumAt`, for many instants between two. */
export function minimumsBetween(
  schedule: Schedule,
  fromMs: number,
  toMs: number,
): (instantMs: number) => number {
  const changes = around(schedule, fromMs, toMs);
  return (instantMs) =>
    changes.findLast(({ at }) => at <= instantMs)?.minimum ?? schedule.minimum.offHours;
}

/** The day before included, whose last change may still hold. */
const around = ({ hours, minimum }: Schedule, fromMs: number, toMs: number): MinimumChange[] =>
  changesOf(minimum, shiftsBetween(hours, fromMs, toMs));
