import type { Deployment } from './deployment.ts';
import { gpuCost, type GpuHours } from './gpu-cost.ts';
import type { Prices } from './prices.ts';
import { CALL_USAGE, HANDLER_GB, RECORDING_GB_PER_MINUTE, STANDING } from './usage.ts';

/** A mean month, in weeks and in hours. */
export const WEEKS_PER_MONTH = 365.25 / 12 / 7;
const HOURS_PER_MONTH = (365.25 / 12) * 24;
const DAYS_PER_MONTH = 365.25 / 12;

/** What a week was made of. */
export interface WeekUsage {
  readonly calls: number;
  readonly audioMinutes: number;
  readonly gpuHours: GpuHours;
  /** That handlers waited for the model, all calls together. */
  readonly analysisSeconds: number;
}

export type CostItem = keyof ReturnType<typeof costItems>;

/** US dollars of a week by item, what is kept being at its steady state. */
export function costItems(usage: WeekUsage, deployment: Deployment, prices: Prices) {
  const gpus = gpuCost(usage.gpuHours, prices);
  const month = monthly(usage, deployment, prices);
  return {
    'GPUs: Whisper workers': gpus.workers,
    'GPUs: JAIS copies': gpus.copies,
    ...perCall(usage, prices),
    'CloudWatch metrics and alarms': month.watching / WEEKS_PER_MONTH,
    'Storage of recordings': month.recordings / WEEKS_PER_MONTH,
    'Storage of results, logs, images': month.results / WEEKS_PER_MONTH,
    'Network endpoints and addresses': month.network / WEEKS_PER_MONTH,
    'KMS keys': month.keys / WEEKS_PER_MONTH,
  };
}

function perCall({ calls, analysisSeconds }: WeekUsage, prices: Prices) {
  const use = CALL_USAGE;
  const lambdaSeconds = calls * use.lambdaSeconds + analysisSeconds;
  return {
    Lambda:
      calls * use.lambdaRequests * prices.lambdaRequest +
      lambdaSeconds * HANDLER_GB * prices.lambdaGbSecond,
    'Step Functions': calls * use.stateTransitions * prices.stateTransition,
    'S3 requests': calls * (use.s3Puts * prices.s3Put + use.s3Gets * prices.s3Get),
    DynamoDB:
      calls * (use.dynamodbWrites * prices.dynamodbWrite + use.dynamodbReads * prices.dynamodbRead),
    SQS: calls * use.sqsRequests * prices.sqsRequest,
    EventBridge: calls * use.events * prices.event,
    'CloudWatch logs': calls * use.logGb * prices.logGb,
    'KMS requests': calls * use.keyRequests * prices.keyRequest,
    'Data transfer':
      calls * (use.transferOutGb * prices.transferOutGb + use.endpointGb * prices.endpointGb),
  };
}

/** What is paid by the month, and some of it whether calls come or not. */
function monthly(
  { calls, audioMinutes, gpuHours }: WeekUsage,
  { network, keptDays }: Deployment,
  prices: Prices,
) {
  const { onDemand, spot } = gpuHours.workers;
  const workerHours = (onDemand + spot) * WEEKS_PER_MONTH;
  const perMonth = calls * WEEKS_PER_MONTH;
  const archivedDays = keptDays.recordings - keptDays.recordingsAtHand;
  const recordingGb = audioMinutes * WEEKS_PER_MONTH * RECORDING_GB_PER_MINUTE;
  return {
    watching: STANDING.metrics * prices.metricMonth + STANDING.alarms * prices.alarmMonth,
    recordings:
      kept(recordingGb, keptDays.recordingsAtHand) * prices.s3GbMonth +
      kept(recordingGb, archivedDays) * prices.s3ArchiveGbMonth +
      (archivedDays > 0 ? perMonth * prices.s3Archiving : 0),
    results:
      kept(perMonth * CALL_USAGE.resultGb, keptDays.results) * prices.s3GbMonth +
      kept(perMonth * CALL_USAGE.resultGb, keptDays.results) * 0.05 * prices.dynamodbGbMonth +
      kept(perMonth * CALL_USAGE.logGb, keptDays.logs) * prices.logGbMonth +
      STANDING.modelGb * prices.s3GbMonth +
      STANDING.imageGb * prices.imageGbMonth +
      (workerHours / HOURS_PER_MONTH) * STANDING.workerDiskGb * prices.diskGbMonth,
    network: NETWORK[network](workerHours, prices),
    keys: STANDING.keys * prices.keyMonth,
  };
}

/** US dollars of a month, by the hours that workers are there. */
const NETWORK: Readonly<
  Record<Deployment['network'], (workerHours: number, prices: Prices) => number>
> = {
  private: (_, { endpointHour }) =>
    STANDING.endpoints * STANDING.zones * HOURS_PER_MONTH * endpointHour,
  public: (workerHours, { addressHour }) => workerHours * addressHour,
  brought: () => 0,
};

/** GB that lie there in the end. */
const kept = (gbPerMonth: number, days: number): number => (gbPerMonth * days) / DAYS_PER_MONTH;
