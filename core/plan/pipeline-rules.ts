import { minimumsBetween, type Schedule } from '../business-hours.ts';
import { DELAYS, HANDLER_SECONDS, SPOT_INTERRUPTIONS_PER_HOUR } from './delays.ts';
import type { Deployment, FleetSettings } from './deployment.ts';
import type { PlannedCall } from './calls.ts';
import type { FleetRules } from './simulation/rules.ts';
import type { ArrivingCall, PipelineRules } from './simulation/simulate.ts';
import { REFERENCE_TOKENS, TOKENS_PER_MINUTE, type Throughput } from './throughput.ts';
import { AHEAD_WEEKS, WEEK_SECONDS, type Week } from './week.ts';

/** Workers that are on demand whatever Spot has: `infra/constructs/gpu-capacity.ts`. */
export const ON_DEMAND_WORKERS = 1;

/** A call that finds no copy asks again so often: the state machine's retry of it. */
const RETRY_SECONDS = 60;

/** An environment's own schedule and scaling, as rules of a simulated week. */
export const rulesOf = (
  deployment: Deployment,
  week: Week,
  throughput: Throughput,
): PipelineRules => ({
  workers: {
    ...scheduled(deployment.workers, deployment, week),
    slots: deployment.workers.enginesPerCard,
    speedAt: () => 1,
    fillSeconds: DELAYS.spotFill,
    startSeconds: DELAYS.workerStart,
    releaseSeconds: DELAYS.workerRelease,
    onDemandBase: ON_DEMAND_WORKERS,
    interruptionsPerSpotHour: SPOT_INTERRUPTIONS_PER_HOUR,
  },
  copies: {
    ...scheduled(deployment.copies, deployment, week),
    slots: deployment.copies.sequences,
    speedAt: (calls) => copySpeed(calls, throughput),
    fillSeconds: 0,
    startSeconds: DELAYS.copyStart,
    releaseSeconds: DELAYS.copyRelease,
    onDemandBase: Infinity,
    interruptionsPerSpotHour: 0,
  },
  handlers: HANDLER_SECONDS,
  retrySeconds: RETRY_SECONDS,
});

const scheduled = (
  { minimum, most, tracking, wakeAfterSeconds }: FleetSettings,
  { offHours }: Deployment,
  week: Week,
): Pick<FleetRules, 'minimumAt' | 'most' | 'tracking' | 'wakeAfterSeconds' | 'wakes'> => ({
  minimumAt: minimumsOf({ hours: week.hours, minimum }, week),
  most,
  tracking,
  wakeAfterSeconds,
  wakes: offHours === 'scale-from-zero',
});

/** The very schedule that scheduled actions are made of, by seconds of the week and of those after. */
function minimumsOf(schedule: Schedule, { startMs }: Week): FleetRules['minimumAt'] {
  const minimumAt = minimumsBetween(schedule, startMs, startMs + AHEAD_WEEKS * WEEK_SECONDS * 1000);
  return (second) => minimumAt(startMs + second * 1000);
}

/** The same rules with so many machines at all times, and nothing to wait for. */
export function alwaysOn(
  rules: PipelineRules,
  { workers, copies }: { workers: number; copies: number },
): PipelineRules {
  return { ...rules, workers: fixed(rules.workers, workers), copies: fixed(rules.copies, copies) };
}

const fixed = (fleet: FleetRules, machines: number): FleetRules => ({
  ...fleet,
  minimumAt: () => machines,
  most: machines,
  tracking: null,
});

/** Calls as work for machines. */
export const arriving = (calls: readonly PlannedCall[], throughput: Throughput): ArrivingCall[] =>
  calls.map((call) => ({
    at: call.at,
    hearingSeconds: workerSeconds(call, throughput),
    readingSeconds: copySeconds(call, throughput),
  }));

/** Of a whole T4 with Whisper. */
export const workerSeconds = ({ minutes }: PlannedCall, { whisperRealTime }: Throughput): number =>
  (minutes * 60) / whisperRealTime;

/** Of a whole T4 with JAIS: reading is most of it, and goes with the tokens. */
export const copySeconds = (
  { minutes, language }: PlannedCall,
  { jaisCallsPerMinute }: Throughput,
): number =>
  (60 / jaisCallsPerMinute) * ((minutes * TOKENS_PER_MINUTE[language]) / REFERENCE_TOKENS);

/** Calls side by side at which a copy's full speed is stated. */
const FULL_AT = 4;

/** How fast a copy reads so many calls, of its full speed: the throughput's two points, and a line. */
function copySpeed(calls: number, { jaisCallsPerMinute, jaisAloneCallsPerMinute }: Throughput) {
  const alone = jaisAloneCallsPerMinute / jaisCallsPerMinute;
  return alone + ((1 - alone) * (Math.min(calls, FULL_AT) - 1)) / (FULL_AT - 1);
}
