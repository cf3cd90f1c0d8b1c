import { type Minimum, minutesOf, type Step } from './hours.ts';
import { joined } from './spans.ts';

/** What makes a minimum change, as part of an action's name: `step-10-00`. */
export type Cause = 'opens' | 'closes' | `step-${string}`;

export interface MinimumChange {
  at: number;
  cause: Cause;
  /** From then on. */
  minimum: number;
}

/** A shift on any scale of time: instants, or minutes of a week that is as all are. */
export interface ScaledShift {
  warmAt: number;
  closeAt: number;
  /** Of minutes after the midnight of its date. */
  reached: (minutes: number) => number;
}

/**
 * What the minimum becomes, and when, in order. The latest change holds: a pre-warm that begins before
 * the day before has closed ends that day's last step.
 * @param shifts in order
 */
export function changesOf(minimum: Minimum, shifts: readonly ScaledShift[]): MinimumChange[] {
  const warm = joined(shifts.map(({ warmAt, closeAt }) => ({ from: warmAt, to: closeAt })));
  const closings = warm.map(({ to }) => closing(to, minimum));
  const all = [...shifts.flatMap((shift) => stepsOf(minimum, shift)), ...closings];
  all.sort((one, other) => one.at - other.at);
  const lasting = all.filter(({ at }, index) => all[index + 1]?.at !== at);
  const before = (index: number): number => lasting[index - 1]?.minimum ?? minimum.offHours;
  return lasting.filter((change, index) => change.minimum !== before(index));
}

const closing = (at: number, { offHours }: Minimum): MinimumChange => ({
  at,
  cause: 'closes',
  minimum: offHours,
});

function stepsOf({ inHours, steps = [] }: Minimum, shift: ScaledShift): MinimumChange[] {
  const opening: MinimumChange = { at: shift.warmAt, cause: 'opens', minimum: inHours };
  const stepping = steps.map(({ time, minimum }) => ({
    at: Math.max(shift.warmAt, shift.reached(minutesOf(time))),
    cause: causeOf(time),
    minimum,
  }));
  return [opening, ...stepping.filter(({ at }) => at < shift.closeAt)];
}

/** Schedulers take no colon in a name. */
export const causeOf = (time: Step['time']): Cause => `step-${time.replace(':', '-')}`;
