import { CfnScalingPolicy, type CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';

export interface WakeFromZeroProps {
  target: CfnScalableTarget;
  name: string;
  /** Above zero only while nothing runs and something waits. */
  demand: IMetric;
  threshold: number;
  capacity: number;
  cooldownSeconds: number;
}

/**
 * Starts a first one for what waits at zero, and nothing else: an exact capacity asked for at any
 * other time would be fewer than there are.
 */
export class WakeFromZero extends Construct {
  readonly policy: CfnScalingPolicy;
  readonly demand: Alarm;

  constructor(scope: Construct, id: string, props: WakeFromZeroProps) {
    super(scope, id);
    const { target, name, demand, threshold, capacity, cooldownSeconds } = props;
    this.policy = new CfnScalingPolicy(this, 'Policy', {
      policyName: name,
      policyType: 'StepScaling',
      scalingTargetId: target.ref,
      stepScalingPolicyConfiguration: {
        adjustmentType: 'ExactCapacity',
        metricAggregationType: 'Maximum',
        cooldown: cooldownSeconds,
        stepAdjustments: [{ metricIntervalLowerBound: 0, scalingAdjustment: capacity }],
      },
    });
    this.demand = new Alarm(this, 'Demand', {
      alarmName: name,
      metric: demand,
      // AWS's own text says more than 1, which never wakes for a single call.
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.demand.addAlarmAction({ bind: () => ({ alarmActionArn: this.policy.ref }) });
  }
}
