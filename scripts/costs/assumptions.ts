import { minimumText } from '../../cli/plan/figures.ts';
import { DELAYS, HANDLER_SECONDS, SPOT_INTERRUPTIONS_PER_HOUR } from '../../core/plan/delays.ts';
import type { FleetSettings } from '../../core/plan/deployment.ts';
import type { PlanRequest } from '../../core/plan/document.ts';
import { REFERENCE_TOKENS } from '../../core/plan/throughput.ts';
import { CALL_USAGE, RECORDING_GB_PER_MINUTE } from '../../core/plan/usage.ts';

/** What the figures rest on, in sentences whose numbers come from the code. */
export function assumptionSection({ deployment, hours }: PlanRequest): string {
  const { keptDays, workers, copies } = deployment;
  const lines = [
    `Open ${hours.open} to ${hours.close}, ${hours.weekdays.join(', ')}, ${hours.timeZone}; warm ${hours.prewarmMinutes} min before. No calls off hours.`,
    `Workers: ${leastOf(workers)} at least, ${workers.most} at most, the first on demand, the others on Spot; another is asked for when ${workers.tracking?.target} calls wait for each. Copies: ${leastOf(copies)} at least, ${copies.most} at most; another at ${copies.tracking?.target} requests each.`,
    `A copy wakes in ${minutes(DELAYS.copyWakeAlarm + DELAYS.copyStart)}; an idle one goes after ${minutes(DELAYS.copyScaleIn)} and is paid ${minutes(DELAYS.copyRelease)} more. Spot fills in ${minutes(DELAYS.spotFill)}, a worker starts in ${minutes(DELAYS.workerStart)}, its instance goes ${minutes(DELAYS.workerRelease)} after its last task. Spot takes ${SPOT_INTERRUPTIONS_PER_HOUR * 100} % of its instances back each hour; what they were at is heard again.`,
    `Machines go one at a time: the documentation of target tracking says gradually, and this is the dearer reading.`,
    `A card's jobs share it evenly; a transcript of ${REFERENCE_TOKENS.toLocaleString('en-US')} tokens is five minutes, in Arabic and English alike, until JAIS's tokenizer has been asked.`,
    `Handlers take ${HANDLER_SECONDS.admit + HANDLER_SECONDS.refine + HANDLER_SECONDS.announce} s of a call's time. A call is ${CALL_USAGE.stateTransitions} state transitions, ${CALL_USAGE.lambdaRequests} invocations, ${CALL_USAGE.s3Puts} writes and ${CALL_USAGE.s3Gets} reads of S3.`,
    `Recordings are G.711 of both sides, ${(RECORDING_GB_PER_MINUTE * 1000).toFixed(2)} MB a minute, kept ${keptDays.recordings} days, after ${keptDays.recordingsAtHand} of them in the archive; results ${keptDays.results}, logs ${keptDays.logs}; what is kept is counted at its steady state.`,
    `Lengths spread as a lognormal distribution with a standard deviation of 1.23 means; calls come as a Poisson process.`,
  ];
  return `## What it rests on\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

const leastOf = ({ minimum }: FleetSettings): string =>
  minimumText(minimum.inHours, minimum.steps ?? []);

const minutes = (seconds: number): string => `${Number((seconds / 60).toFixed(1))} min`;
