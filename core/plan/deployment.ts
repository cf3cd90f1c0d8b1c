import type { Minimum } from '../business-hours.ts';
import type { OffHoursPolicy } from '../scaling.ts';
import type { TargetTracking } from './simulation/rules.ts';

/** How many machines of a kind an environment keeps, and how it scales them. */
export interface FleetSettings {
  readonly minimum: Readonly<Minimum>;
  readonly most: number;
  readonly tracking: TargetTracking | null;
  /** Seconds until the alarm that wakes it from zero. */
  readonly wakeAfterSeconds: number;
}

/** What of an environment a plan is about. */
export interface Deployment {
  readonly name: string;
  readonly workers: FleetSettings & { readonly enginesPerCard: number };
  readonly copies: FleetSettings & { readonly sequences: number };
  /** What becomes of calls that arrive while nothing runs. */
  readonly offHours: OffHoursPolicy;
  /** `brought`: one that is there, and paid for, whether Sada is. */
  readonly network: 'public' | 'private' | 'brought';
  /** How long things are kept and paid for, in days. */
  readonly keptDays: {
    readonly recordings: number;
    /** Of those, the first, before they move to the archive; all of them if they never do. */
    readonly recordingsAtHand: number;
    readonly results: number;
    readonly logs: number;
  };
}
