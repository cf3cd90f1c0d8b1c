import { describe, expect, it } from 'vitest';
import { COPIES, models, POLICY, WORKERS } from './scaling-resources.ts';
import { plain, propertiesOf, resourcesOf } from './synthesized.ts';

const ALARM = 'AWS::CloudWatch::Alarm';

const policiesOf = (name: string): string[] =>
  resourcesOf(models(name), POLICY)
    .map(([, { Properties }]) => plain(Properties['PolicyName']).replace(/-[0-9a-f]{8}-/, '-'))
    .sort();

describe('scaling policies', () => {
  it.each([
    ['dev', ['sada-dev-backlog-per-worker', 'sada-dev-wake-workers']],
    ['staging', ['sada-staging-backlog-per-worker', 'sada-staging-jais-requests']],
    [
      'prod',
      [
        'sada-prod-backlog-per-worker',
        'sada-prod-jais-requests',
        'sada-prod-jais-wake',
        'sada-prod-wake-workers',
      ],
    ],
  ])('of %s are these: what waits until open is woken by nothing', (name, names) => {
    expect(policiesOf(name)).toEqual(names);
    const wakes = names.filter((one) => one.includes('wake'));
    const alarms = resourcesOf(models(name), ALARM).map(([, { Properties }]) =>
      plain(Properties['AlarmName']).replace(/-[0-9a-f]{8}-/, '-'),
    );
    expect(alarms.filter((one) => one.includes('wake')).sort()).toEqual(wakes);
  });

  it.each(['dev', 'staging', 'prod'])(
    'of %s get a worker for each five recordings that wait, by how many workers report',
    (name) => {
      const policy = propertiesOf(models(name), POLICY, `${WORKERS}Backlog`);
      expect(policy).toMatchObject({
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 5,
          ScaleOutCooldown: 300,
          ScaleInCooldown: 300,
          CustomizedMetricSpecification: {
            Metrics: [
              { Expression: 'waiting / workers', ReturnData: true },
              {
                Id: 'waiting',
                MetricStat: {
                  Stat: 'Maximum',
                  Metric: { MetricName: 'ApproximateNumberOfMessagesVisible' },
                },
                ReturnData: false,
              },
              {
                Id: 'workers',
                MetricStat: {
                  Stat: 'SampleCount',
                  Metric: { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization' },
                },
                ReturnData: false,
              },
            ],
          },
        },
      });
      expect(plain(policy['ScalingTargetId'])).toMatch(/^\{TranscriptionScalingTasks/);
    },
  );

  it.each(['staging', 'prod'])(
    'of %s get a copy for each seven tenths of its sequences',
    (name) => {
      expect(propertiesOf(models(name), POLICY, `${COPIES}Requests`)).toMatchObject({
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 0.7 * 8,
          ScaleOutCooldown: 600,
          ScaleInCooldown: 600,
          PredefinedMetricSpecification: {
            PredefinedMetricType:
              'SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution',
          },
        },
      });
    },
  );
});

describe('waking from zero', () => {
  const ONE_FOR_TEN_MINUTES = {
    PolicyType: 'StepScaling',
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'ExactCapacity',
      Cooldown: 600,
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
    },
  };

  it.each([
    ['dev', WORKERS],
    ['prod', WORKERS],
    ['prod', COPIES],
  ])('of %s, %s, starts one, by an alarm that a single call sets off', (name, id) => {
    const policy = propertiesOf(models(name), POLICY, `${id}Wake`);
    expect(policy).toMatchObject(ONE_FOR_TEN_MINUTES);
    const alarm = propertiesOf(models(name), ALARM, `${id}Wake`);
    expect(alarm).toMatchObject({
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      EvaluationPeriods: 1,
      TreatMissingData: 'notBreaching',
    });
    expect(plain((alarm['AlarmActions'] as unknown[])[0])).toMatch(RegExp(`^\\{${id}WakePolicy`));
  });

  it('of workers is for jobs that wait while nobody has one in hand', () => {
    const { Metrics } = propertiesOf(models('prod'), ALARM, `${WORKERS}Wake`) as {
      Metrics: { Id: string; Expression?: string; MetricStat?: { Period: number } }[];
    };
    expect(Metrics[0]?.Expression).toBe('IF(waiting > 0 AND taken < 1, waiting, 0)');
    expect(Metrics.slice(1)).toMatchObject([
      {
        Id: 'waiting',
        MetricStat: {
          Period: 60,
          Stat: 'Maximum',
          Metric: { MetricName: 'ApproximateNumberOfMessagesVisible' },
        },
      },
      {
        Id: 'taken',
        MetricStat: {
          Period: 60,
          Stat: 'Maximum',
          Metric: { MetricName: 'ApproximateNumberOfMessagesNotVisible' },
        },
      },
    ]);
  });

  it('of copies is for requests that find none', () => {
    const { InferenceComponentName } = propertiesOf(
      models('prod'),
      'AWS::SageMaker::InferenceComponent',
    );
    expect(propertiesOf(models('prod'), ALARM, `${COPIES}Wake`)).toMatchObject({
      Namespace: 'AWS/SageMaker',
      MetricName: 'NoCapacityInvocationFailures',
      Dimensions: [{ Name: 'InferenceComponentName', Value: InferenceComponentName }],
      Statistic: 'Sum',
      Period: 60,
    });
  });

  it('is not held up by instances: none is kept at zero copies', () => {
    for (const [name, most] of [
      ['staging', 2],
      ['prod', 5],
    ] as const) {
      const config = propertiesOf(models(name), 'AWS::SageMaker::EndpointConfig');
      expect(config['ProductionVariants']).toMatchObject([
        { ManagedInstanceScaling: { MinInstanceCount: 0, MaxInstanceCount: most } },
      ]);
    }
  });
});
