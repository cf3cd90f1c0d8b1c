/**
 * What passes between a decision of a scaler and its effect, in seconds. From AWS's documentation
 * and from field notes of 2026-07 on ml.g5.xlarge; none was measured in an account of ours.
 */
export const DELAYS = {
  /** From the first refused request to zero copies' alarm, and from there to the first answer. */
  copyWakeAlarm: 67,
  copyStart: 503,
  /** A copy without work: until its alarm, then until its instance is gone and no longer paid. */
  copyScaleIn: 11 * 60,
  copyRelease: 12 * 60,
  /** Until Spot has an instance, and until a worker on it has loaded its model. */
  spotFill: 3 * 60,
  workerStart: 2 * 60,
  /** An ECS capacity provider lets an instance go after 15 minutes without a task. */
  workerRelease: 15 * 60,
} as const;

/** Of one call; what a handler does for it, cold starts included. Estimates. */
export const HANDLER_SECONDS = { admit: 2, refine: 2, announce: 1 } as const;

/**
 * How often Spot takes one g4dn back. AWS's Spot advisor names shares of a month from under 5 to
 * over 20 percent; 1 % an hour is several times that.
 */
export const SPOT_INTERRUPTIONS_PER_HOUR = 0.01;
