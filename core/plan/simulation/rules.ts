/** How a fleet follows its load, as Application Auto Scaling's target tracking does it. */
export interface TargetTracking {
  /** `backlog`: jobs that wait and that are at work. `waiting`: only those that wait. */
  readonly metric: 'backlog' | 'waiting';
  /** Of that, for each machine that is ready. */
  readonly target: number;
  /** How often the metric comes. */
  readonly periodSeconds: number;
  /** So many values in a row above the target add machines ... */
  readonly valuesOut: number;
  /** ... and so many below 0.9 of it take some away. */
  readonly valuesIn: number;
  readonly cooldownInSeconds: number;
}

/** What a fleet of GPUs does, read from an environment. Times are seconds since the week began. */
export interface FleetRules {
  /** Jobs that a machine works on side by side. */
  readonly slots: number;
  /** How fast a machine is with so many jobs, as a share of its full speed. */
  readonly speedAt: (jobs: number) => number;
  readonly minimumAt: (second: number) => number;
  readonly most: number;
  /** Null: the fleet stays at its minimum. */
  readonly tracking: TargetTracking | null;
  /** Seconds from the first job that finds nothing to the decision to start one machine. */
  readonly wakeAfterSeconds: number;
  /** Whether a job that finds nothing starts a machine; else it waits for the minimum to rise. */
  readonly wakes: boolean;
  /** Until a machine that was asked for is there; nothing is paid. */
  readonly fillSeconds: number;
  /** Until a machine that is there takes jobs. */
  readonly startSeconds: number;
  /** How long a machine without work to do is kept, and paid. */
  readonly releaseSeconds: number;
  /** Machines that are on demand before any is Spot. */
  readonly onDemandBase: number;
  /** How often Spot takes a machine back. */
  readonly interruptionsPerSpotHour: number;
}

/** Of the target; below it Application Auto Scaling's alarm counts towards taking away. */
export const LOW_SHARE = 0.9;
