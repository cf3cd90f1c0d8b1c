import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { longestClosedMs } from '../../core/business-hours.ts';
import type { Environment } from '../../environments/index.ts';
import { stackOf } from '../sada-stack.ts';
import type { JobQueue } from './job-queue.ts';
import type { LanguageModel } from './language-model.ts';
import { requestsWithoutACopy } from './model-copies.ts';
import { OperatorAlarm } from './operator-alarm.ts';

/** Longer than anything takes to wake, several times over. */
const LONG_WAIT_SECONDS = 3600;

export interface ModelAlarmsProps {
  topic: ITopic;
  queue: JobQueue;
  languageModel: LanguageModel | null;
}

/** Calls that wait for longer than they should, for a worker or for a copy of the model. */
export class ModelAlarms extends Construct {
  readonly jobsWait: OperatorAlarm;
  readonly modelHasNoCopy: OperatorAlarm | null;

  constructor(scope: Construct, id: string, { topic, queue, languageModel }: ModelAlarmsProps) {
    super(scope, id);
    const { config } = stackOf(this);
    this.jobsWait = new OperatorAlarm(this, 'JobsWait', {
      topic,
      entry: 'jobs-wait',
      metric: queue.jobs.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: Stats.MAXIMUM,
      }),
      threshold: LONG_WAIT_SECONDS + closedSeconds(config),
    });
    this.modelHasNoCopy = languageModel && this.#noCopy(topic, languageModel, config);
  }

  /** Where calls wait until open they find none every night, as they should. */
  #noCopy(
    topic: ITopic,
    { componentName }: LanguageModel,
    { offHours }: Environment,
  ): OperatorAlarm | null {
    if (offHours === 'wait-until-open') return null;
    return new OperatorAlarm(this, 'ModelHasNoCopy', {
      topic,
      entry: 'model-has-no-copy',
      // A call that waits asks again at least as often.
      metric: requestsWithoutACopy(componentName, Duration.minutes(15)),
      threshold: 1,
      periods: 3,
    });
  }
}

/** For how long a call may wait and nothing be wrong. */
const closedSeconds = ({ offHours, businessHours }: Environment): number =>
  offHours === 'wait-until-open' ? Math.ceil(longestClosedMs(businessHours) / 1000) : 0;
