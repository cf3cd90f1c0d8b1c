/**
 * The rules by which copies of the language model and transcription workers come and go between
 * the minimum of the hour and the most. Infrastructure and planner read the same.
 */
export const MODEL_SCALING = {
  /** Of a copy's sequences: another is asked for before they are all taken, as it takes minutes. */
  fullness: 0.7,
  /** As long as a copy takes to come up: until then its requests still count for the others. */
  scaleOutCooldownSeconds: 600,
  scaleInCooldownSeconds: 600,
  /** At zero copies one request wakes one, and no other wakes a second while it starts. */
  wake: { failedRequests: 1, copies: 1, periodSeconds: 60, cooldownSeconds: 600 },
} as const;

export const WORKER_SCALING = {
  /**
   * Recordings that may wait for each worker: some two minutes of work, as a call of five minutes
   * is 20 s of a T4 at fifteen times real time.
   */
  backlogPerWorker: 5,
  /** An instance takes some three minutes to come, a worker on it two to be ready. */
  scaleOutCooldownSeconds: 300,
  scaleInCooldownSeconds: 300,
  wake: { waitingJobs: 1, workers: 1, periodSeconds: 60, cooldownSeconds: 600 },
} as const;

/**
 * What becomes of calls that arrive while nothing runs: `scale-from-zero` starts one copy and one
 * worker for them, `wait-until-open` keeps them until the minimum is raised again.
 */
export const OFF_HOURS_POLICIES = ['scale-from-zero', 'wait-until-open'] as const;
export type OffHoursPolicy = (typeof OFF_HOURS_POLICIES)[number];
