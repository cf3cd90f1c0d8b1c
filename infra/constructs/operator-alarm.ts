import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { namesOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';

export interface OperatorAlarmProps {
  topic: ITopic;
  /** The heading of its entry in the runbook, as a link has it. */
  entry: string;
  metric: IMetric;
  threshold: number;
  /** Of the metric's periods, in a row. */
  periods?: number;
}

/** Something that a person must look at, and where to read what to do. */
export class OperatorAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: OperatorAlarmProps) {
    const { topic, entry, metric, threshold, periods = 1 } = props;
    super(scope, id, {
      alarmName: namesOf(stackOf(scope).config.name).alarm(entry),
      alarmDescription: `docs/runbook.md#${entry}`,
      metric,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction({ bind: () => ({ alarmActionArn: topic.topicArn }) });
  }
}
