import type { Deployment } from '../../../../core/plan/deployment.ts';

/** For some hundred calls a day. */
export const smallDeployment = (): Deployment => ({
  name: 'small',
  offHours: 'scale-from-zero',
  network: 'private',
  workers: {
    minimum: { inHours: 1, offHours: 0 },
    most: 3,
    tracking: {
      metric: 'waiting',
      target: 5,
      periodSeconds: 60,
      valuesOut: 3,
      valuesIn: 15,
      cooldownInSeconds: 300,
    },
    wakeAfterSeconds: 60,
    enginesPerCard: 2,
  },
  copies: {
    minimum: { inHours: 1, offHours: 0 },
    most: 2,
    tracking: {
      metric: 'backlog',
      target: 5.6,
      periodSeconds: 10,
      valuesOut: 3,
      valuesIn: 66,
      cooldownInSeconds: 600,
    },
    wakeAfterSeconds: 67,
    sequences: 8,
  },
  keptDays: { recordings: 30, recordingsAtHand: 30, results: 90, logs: 30 },
});
