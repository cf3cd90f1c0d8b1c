import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { DeadLetters } from './dead-letters.ts';
import { OperatorAlarm } from './operator-alarm.ts';
import type { Workflow } from './workflow.ts';

/** One call may fail by its own peculiarity; this many are the system's. */
const MANY_FAILURES = 5;

export interface PipelineAlarmsProps {
  topic: ITopic;
  workflow: Workflow;
  notStarted: DeadLetters;
  unswept: DeadLetters;
}

/** Calls that were lost sight of, and many that fail. */
export class PipelineAlarms extends Construct {
  readonly all: readonly OperatorAlarm[];

  constructor(scope: Construct, id: string, props: PipelineAlarmsProps) {
    super(scope, id);
    const { topic, workflow, notStarted, unswept } = props;
    const letters = { period: Duration.minutes(5), statistic: Stats.MAXIMUM };
    this.all = [
      new OperatorAlarm(this, 'NotStarted', {
        topic,
        entry: 'recordings-not-started',
        metric: notStarted.metricApproximateNumberOfMessagesVisible(letters),
        threshold: 1,
      }),
      new OperatorAlarm(this, 'NotSwept', {
        topic,
        entry: 'executions-not-swept',
        metric: unswept.metricApproximateNumberOfMessagesVisible(letters),
        threshold: 1,
      }),
      new OperatorAlarm(this, 'CallsFail', {
        topic,
        entry: 'calls-fail',
        metric: workflow.stateMachine.metricFailed({
          period: Duration.minutes(15),
          statistic: Stats.SUM,
        }),
        threshold: MANY_FAILURES,
      }),
    ];
  }
}
