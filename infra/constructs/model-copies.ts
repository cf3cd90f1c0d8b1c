import { CfnScalableTarget, CfnScalingPolicy } from 'aws-cdk-lib/aws-applicationautoscaling';
import type { CfnInferenceComponent } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import type { LanguageModel as Settings } from '../../environments/schema.ts';

const DIMENSION = {
  serviceNamespace: 'sagemaker',
  scalableDimension: 'sagemaker:inference-component:DesiredCopyCount',
};

/** How full a copy may be before another is asked for: it takes minutes to come. */
const FULL = 0.7;

/** As long as a copy takes to come up: until then its requests still count for the others. */
const COOLDOWN_SECONDS = 600;

export interface ModelCopiesProps {
  component: CfnInferenceComponent;
  componentName: string;
  model: Settings;
}

/** As many copies of a model as its requests need, between the fewest and the most. */
export class ModelCopies extends Construct {
  readonly requests: CfnScalingPolicy;

  constructor(scope: Construct, id: string, { component, componentName, model }: ModelCopiesProps) {
    super(scope, id);
    const target = new CfnScalableTarget(this, 'Copies', {
      ...DIMENSION,
      resourceId: `inference-component/${componentName}`,
      minCapacity: model.copies.min,
      maxCapacity: model.copies.max,
    });
    target.addResourceDependency(component);
    this.requests = new CfnScalingPolicy(this, 'Requests', {
      policyName: `${componentName}-requests`,
      policyType: 'TargetTrackingScaling',
      scalingTargetId: target.ref,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: FULL * model.sequences,
        scaleInCooldown: COOLDOWN_SECONDS,
        scaleOutCooldown: COOLDOWN_SECONDS,
        // Every 10 s, and counts what waits in the container too; others come once a minute.
        predefinedMetricSpecification: {
          predefinedMetricType:
            'SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution',
        },
      },
    });
  }
}
