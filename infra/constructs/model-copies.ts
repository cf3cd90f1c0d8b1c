import { Duration } from 'aws-cdk-lib';
import { CfnScalingPolicy } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnInferenceComponent } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { MODEL_SCALING } from '../../core/scaling.ts';
import type { LanguageModel as Settings } from '../../environments/schema.ts';
import { stackOf } from '../sada-stack.ts';
import { ScheduledCapacity } from './scheduled-capacity.ts';
import { WakeFromZero } from './wake-from-zero.ts';

const DIMENSION = {
  serviceNamespace: 'sagemaker',
  scalableDimension: 'sagemaker:inference-component:DesiredCopyCount',
};

export interface ModelCopiesProps {
  component: CfnInferenceComponent;
  componentName: string;
  model: Settings;
  now: number;
}

/** As many copies of a model as its requests need, between the minimum of the hour and the most. */
export class ModelCopies extends Construct {
  readonly requests: CfnScalingPolicy;
  readonly wake: WakeFromZero | null;
  readonly #target: ScheduledCapacity;
  readonly #componentName: string;

  constructor(scope: Construct, id: string, props: ModelCopiesProps) {
    super(scope, id);
    const { component, componentName, model, now } = props;
    this.#componentName = componentName;
    this.#target = new ScheduledCapacity(this, 'Copies', {
      ...DIMENSION,
      resourceId: `inference-component/${componentName}`,
      capacity: model.copies,
      now,
    });
    this.#target.addResourceDependency(component);
    this.requests = this.#followingRequests(model.sequences);
    this.wake = stackOf(this).config.offHours === 'scale-from-zero' ? this.#waking() : null;
  }

  #followingRequests(sequences: number): CfnScalingPolicy {
    return new CfnScalingPolicy(this, 'Requests', {
      policyName: `${this.#componentName}-requests`,
      policyType: 'TargetTrackingScaling',
      scalingTargetId: this.#target.ref,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: MODEL_SCALING.fullness * sequences,
        scaleInCooldown: MODEL_SCALING.scaleInCooldownSeconds,
        scaleOutCooldown: MODEL_SCALING.scaleOutCooldownSeconds,
        // Every 10 s, and counts what waits in the container too; others come once a minute.
        predefinedMetricSpecification: {
          predefinedMetricType:
            'SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution',
        },
      },
    });
  }

  #waking(): WakeFromZero {
    const { wake } = MODEL_SCALING;
    return new WakeFromZero(this, 'Wake', {
      target: this.#target,
      name: `${this.#componentName}-wake`,
      demand: requestsWithoutACopy(this.#componentName, Duration.seconds(wake.periodSeconds)),
      threshold: wake.failedRequests,
      capacity: wake.copies,
      cooldownSeconds: wake.cooldownSeconds,
    });
  }
}

/** Requests that a component refused because it had no copy at all. */
export const requestsWithoutACopy = (componentName: string, period: Duration): Metric =>
  new Metric({
    namespace: 'AWS/SageMaker',
    metricName: 'NoCapacityInvocationFailures',
    dimensionsMap: { InferenceComponentName: componentName },
    statistic: Stats.SUM,
    period,
  });
