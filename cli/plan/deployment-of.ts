import { DELAYS } from '../../core/plan/delays.ts';
import type { Deployment, FleetSettings } from '../../core/plan/deployment.ts';
import { MODEL_SCALING, WORKER_SCALING } from '../../core/scaling.ts';
import type { Environment } from '../../environments/index.ts';
import { scheduleOf } from '../../environments/index.ts';
import { Misuse } from '../misuse.ts';

/** `infra/constructs/transcription.ts` has the same where an environment says nothing. */
const ENGINES_PER_CARD = 2;

/** What is kept for ever is paid for a year in a plan's steady state. */
const FOR_EVER_DAYS = 365;

/**
 * Alarms of Application Auto Scaling's target tracking: three values in a row above the target, and
 * fifteen minutes below it (its user guide); ten seconds a value for the model's metric.
 */
const ALARMS = { valuesOut: 3, minute: 60, minutesIn: 15, tenSeconds: 10 };

type Settings = Environment['transcription']['workers'];

/**
 * An environment as a plan sees it.
 * @throws Misuse when it has no GPUs to plan
 */
export function deploymentOf(environment: Environment): Deployment {
  const { name, vpc, offHours, transcription, analysis, retention } = environment;
  const { model } = analysis;
  if (transcription.compute !== 'gpu' || model === undefined) {
    throw new Misuse(`environment '${name}' has no GPUs to plan, expected one that has`);
  }
  const { recordingDays = FOR_EVER_DAYS } = retention;
  return {
    name,
    offHours,
    network: vpc === undefined ? environment.network : 'brought',
    workers: {
      ...scheduled(environment, transcription.workers),
      tracking: {
        metric: 'waiting',
        target: transcription.backlogPerWorker ?? WORKER_SCALING.backlogPerWorker,
        periodSeconds: ALARMS.minute,
        valuesOut: ALARMS.valuesOut,
        valuesIn: ALARMS.minutesIn,
        cooldownInSeconds: WORKER_SCALING.scaleInCooldownSeconds,
      },
      wakeAfterSeconds: WORKER_SCALING.wake.periodSeconds,
      enginesPerCard: transcription.enginesPerCard ?? ENGINES_PER_CARD,
    },
    copies: {
      ...scheduled(environment, model.copies),
      tracking: {
        metric: 'backlog',
        target: MODEL_SCALING.fullness * model.sequences,
        periodSeconds: ALARMS.tenSeconds,
        valuesOut: ALARMS.valuesOut,
        valuesIn: DELAYS.copyScaleIn / ALARMS.tenSeconds,
        cooldownInSeconds: MODEL_SCALING.scaleInCooldownSeconds,
      },
      wakeAfterSeconds: DELAYS.copyWakeAlarm,
      sequences: model.sequences,
    },
    keptDays: {
      recordings: recordingDays,
      recordingsAtHand: retention.archiveRecordingsAfterDays ?? recordingDays,
      results: retention.transcriptDays ?? FOR_EVER_DAYS,
      logs: retention.logDays,
    },
  };
}

const scheduled = (
  { businessHours }: Environment,
  capacity: Settings,
): Pick<FleetSettings, 'minimum' | 'most'> => ({
  minimum: scheduleOf(businessHours, capacity).minimum,
  most: capacity.max,
});
