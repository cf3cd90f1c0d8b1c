/** When calls are handled, and what follows for how many copies are kept. Derived, never stored. */
export { changesBetween, isOpen, isWarm, type Change } from './business-hours/warmth.ts';
export {
  daysOf,
  WEEKDAYS,
  type BusinessHours,
  type Holiday,
  type Minimum,
  type Schedule,
  type Step,
  type Weekday,
} from './business-hours/hours.ts';
export { longestClosedMs } from './business-hours/longest-closed.ts';
export type { MinimumChange } from './business-hours/minimum-changes.ts';
export { minimumAt, minimumChangesBetween, minimumsBetween } from './business-hours/minimums.ts';
export { nativeActions, type NativeActions } from './business-hours/native-actions.ts';
export type { OneTimeAction } from './business-hours/one-time-actions.ts';
export type { RecurringAction } from './business-hours/recurring-actions.ts';
