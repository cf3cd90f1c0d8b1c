import { describe, expect, it } from 'vitest';
import { minimumAt } from '../../core/business-hours.ts';
import { loadEnvironment, scheduleOf } from '../../environments/index.ts';
import {
  playedMinimums,
  referenceMinimums,
  yearOf,
} from '../core/business-hours/minute-by-minute.ts';
import { recurringFrom, type ScheduledAction, oneTimeFrom, said } from './scheduled-actions.ts';
import { plain, propertiesOf, resourcesOf, synthesized, templatesOf } from './synthesized.ts';

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';
const ALARM = 'AWS::CloudWatch::Alarm';
const WORKERS = 'TranscriptionScaling';
const COPIES = 'LanguageModelScaling';

interface Target {
  MinCapacity: number;
  MaxCapacity: number;
  ResourceId: unknown;
  ScheduledActions?: ScheduledAction[];
}
const models = (name: string) => templatesOf(name).models;
const targetOf = (template: ReturnType<typeof models>, id: string): Target =>
  propertiesOf(template, TARGET, id) as unknown as Target;
const actionsOf = (template: ReturnType<typeof models>, id: string): string[] =>
  (targetOf(template, id).ScheduledActions ?? []).map(said);

const SUNDAY_TO_THURSDAY = 'MON,TUE,WED,THU,SUN';
const STAGING = [
  `opens: cron(40 9 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 1`,
  `closes: cron(0 16 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 0`,
];
const OPENS = `cron(40 8 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 1`;
const PROD = [
  `opens: ${OPENS} until 2027-03-09T05:39:00Z`,
  `opens-from-2027-03-14: ${OPENS} since 2027-03-14T05:40:00Z until 2027-05-16T05:39:00Z`,
  `opens-from-2027-05-20: ${OPENS} since 2027-05-20T05:40:00Z until 2027-05-25T05:39:00Z`,
  `opens-from-2027-05-26: ${OPENS} since 2027-05-26T05:40:00Z until 2027-06-06T05:39:00Z`,
  `opens-from-2027-06-07: ${OPENS} since 2027-06-07T05:40:00Z until 2027-08-15T05:39:00Z`,
  `opens-from-2027-08-16: ${OPENS} since 2027-08-16T05:40:00Z`,
  `closes: cron(0 18 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 0`,
  'closes-at-2027-03-08T21-00Z: at(2027-03-08T21:00:00), 0',
  'opens-at-2027-03-14T05-40Z: at(2027-03-14T05:40:00), 1',
  'closes-at-2027-05-15T21-00Z: at(2027-05-15T21:00:00), 0',
  'opens-at-2027-05-20T05-40Z: at(2027-05-20T05:40:00), 1',
  'closes-at-2027-05-24T21-00Z: at(2027-05-24T21:00:00), 0',
  'opens-at-2027-05-26T05-40Z: at(2027-05-26T05:40:00), 1',
  'closes-at-2027-06-05T21-00Z: at(2027-06-05T21:00:00), 0',
  'opens-at-2027-06-07T05-40Z: at(2027-06-07T05:40:00), 1',
  'closes-at-2027-08-14T21-00Z: at(2027-08-14T21:00:00), 0',
  'opens-at-2027-08-16T05-40Z: at(2027-08-16T05:40:00), 1',
];

/** Six of them from the opening on. */
const PROD_WORKERS = PROD.map((action) => action.replace(/, 1(?=$| since| until)/, ', 6'));

describe('scheduled actions', () => {
  it.each([
    ['dev', WORKERS, [], 2],
    ['staging', WORKERS, STAGING, 2],
    ['staging', COPIES, STAGING, 1],
    ['prod', WORKERS, PROD_WORKERS, 20],
    ['prod', COPIES, PROD, 4],
  ])('of %s, %s, are these and no others, below the most', (name, id, actions, most) => {
    expect(actionsOf(models(name), id)).toEqual(actions);
    expect(targetOf(models(name), id)).toMatchObject({ MinCapacity: 0, MaxCapacity: most });
  });

  it('leave the maximum alone: zero would end calls in flight', () => {
    for (const [, { Properties }] of ['dev', 'staging', 'prod'].flatMap((name) =>
      resourcesOf(models(name), TARGET),
    )) {
      const { ScheduledActions = [] } = Properties as unknown as Target;
      const sets = ScheduledActions.flatMap((one) => Object.keys(one.ScalableTargetAction));
      expect(sets.filter((what) => what !== 'MinCapacity')).toEqual([]);
    }
  });

  it('of prod, played over a year, keep the minimum that its hours ask for', () => {
    const { businessHours, transcription } = loadEnvironment('prod');
    const schedule = scheduleOf(businessHours, transcription.workers);
    const { ScheduledActions = [] } = targetOf(models('prod'), WORKERS);
    const year = yearOf(2027);
    const actions = {
      recurring: ScheduledActions.flatMap(recurringFrom),
      oneTime: ScheduledActions.flatMap(oneTimeFrom),
    };
    const first = minimumAt(schedule, year.from * 60_000);
    const played = playedMinimums(actions, first, 'Asia/Amman', year);
    const expected = referenceMinimums(schedule, year);
    expect(played.findIndex((minimum, at) => minimum !== expected[at])).toBe(-1);
    expect(actions.recurring.every(({ timeZone }) => timeZone === 'Asia/Amman')).toBe(true);
  });

  it('begin with the minimum of the time of the deployment', () => {
    const noon = Date.parse('2026-12-01T12:00:00+03:00');
    const { models: deployed } = synthesized(loadEnvironment('staging'), noon);
    expect(targetOf(deployed, WORKERS).MinCapacity).toBe(1);
    expect(targetOf(deployed, COPIES).MinCapacity).toBe(1);
  });
});

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

describe('an environment that keeps some running off hours', () => {
  const { analysis, transcription, ...prod } = loadEnvironment('prod');
  const model = analysis.model && {
    ...analysis.model,
    copies: { min: 2, minOffHours: 1, max: 4 },
  };
  const workers = { min: 3, minOffHours: 3, max: 8 };
  const template = synthesized({
    ...prod,
    transcription: { ...transcription, workers, backlogPerWorker: 9 },
    analysis: { ...analysis, model },
  }).models;

  it('lowers the minimum to them, and keeps their instances', () => {
    const said = actionsOf(template, COPIES);
    expect(said).toContain(`closes: cron(0 18 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 1`);
    const config = propertiesOf(template, 'AWS::SageMaker::EndpointConfig');
    expect(config['ProductionVariants']).toMatchObject([
      { ManagedInstanceScaling: { MinInstanceCount: 1 } },
    ]);
  });

  it('has no action where nothing changes, and the backlog that it says', () => {
    expect(actionsOf(template, WORKERS)).toEqual([]);
    expect(targetOf(template, WORKERS)).toMatchObject({ MinCapacity: 3, MaxCapacity: 8 });
    expect(propertiesOf(template, POLICY, `${WORKERS}Backlog`)).toMatchObject({
      TargetTrackingScalingPolicyConfiguration: { TargetValue: 9 },
    });
  });
});
