import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type Environment, loadEnvironment } from '../../environments/index.ts';
import { deploymentOf } from '../../infra/deployment.ts';
import { textOf } from '../support/project-files.ts';
import {
  anApp,
  plain,
  propertiesOf,
  resourcesOf,
  synthesized,
  templatesOf,
} from './synthesized.ts';

const ALARM = 'AWS::CloudWatch::Alarm';

/** Those that are for people: their description is where to read on. */
const alarmsOf = (name: string): Record<string, unknown>[] =>
  Object.values(templatesOf(name))
    .flatMap((template) => resourcesOf(template, ALARM))
    .map(([, { Properties }]) => Properties)
    .filter(({ AlarmDescription }) => AlarmDescription !== undefined);

const entryOf = ({ AlarmDescription }: Record<string, unknown>): string =>
  plain(AlarmDescription).replace('docs/runbook.md#', '');

const threshold = (name: string, entry: string): unknown =>
  alarmsOf(name).find((alarm) => entryOf(alarm) === entry)?.['Threshold'];

/** How often a synth says that its alarms reach nobody. */
const warnings = (environment: Environment): number =>
  Annotations.fromStack(deploymentOf(anApp(), environment).storage).findInfo(
    '*',
    Match.stringLikeRegexp('names no alarmEmail'),
  ).length;

const PIPELINE = ['calls-fail', 'executions-not-swept', 'recordings-not-started'];

describe('alarms', () => {
  it.each([
    ['dev', [...PIPELINE, 'jobs-wait']],
    ['staging', [...PIPELINE, 'jobs-wait']],
    ['prod', [...PIPELINE, 'jobs-wait', 'model-has-no-copy']],
  ])('of %s go to the topic, and each has its entry in the runbook', (name, entries) => {
    const runbook = textOf('docs/runbook.md');
    const alarms = alarmsOf(name);
    expect(alarms.map(entryOf).sort()).toEqual(entries.sort());
    for (const alarm of alarms) {
      expect(alarm['AlarmName']).toBe(`sada-${name}-${entryOf(alarm)}`);
      expect(runbook).toMatch(RegExp(`^## ${entryOf(alarm).replaceAll('-', ' ')}$`, 'im'));
      expect(plain((alarm['AlarmActions'] as unknown[])[0])).toMatch(/^\{Alarms/);
    }
  });

  it('let a call wait for an hour, and over the longest closed time where it waits until open', () => {
    expect(threshold('prod', 'jobs-wait')).toBe(3600);
    // Thursday 16:00 to Sunday 09:40.
    expect(threshold('staging', 'jobs-wait')).toBe((65 * 60 + 40) * 60 + 3600);
  });

  it('are sent to the address of the environment, and to nobody without one', () => {
    const staging = loadEnvironment('staging');
    const { storage } = synthesized({ ...staging, alarmEmail: 'ops@example.com' });
    expect(propertiesOf(storage, 'AWS::SNS::Subscription')).toMatchObject({
      Protocol: 'email',
      Endpoint: 'ops@example.com',
    });
    expect(resourcesOf(templatesOf('staging').storage, 'AWS::SNS::Subscription')).toEqual([]);
  });

  it('that nobody would hear of are said to be so, where data is kept', () => {
    const staging = loadEnvironment('staging');
    expect(warnings(staging)).toBe(1);
    expect(warnings({ ...staging, alarmEmail: 'ops@example.com' })).toBe(0);
    expect(warnings(loadEnvironment('dev'))).toBe(0);
  });

  it('may publish, of this account, and nobody may unencrypted', () => {
    const { PolicyDocument } = propertiesOf(
      templatesOf('staging').storage,
      'AWS::SNS::TopicPolicy',
    ) as { PolicyDocument: { Statement: Record<string, unknown>[] } };
    expect(PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });
});

describe('a budget', () => {
  it('is of what carries the tag of the environment, and told at 80 % and by forecast', () => {
    const staging = loadEnvironment('staging');
    const { storage } = synthesized({
      ...staging,
      alarmEmail: 'ops@example.com',
      monthlyBudgetUsd: 900,
    });
    const { Budget, NotificationsWithSubscribers } = propertiesOf(storage, 'AWS::Budgets::Budget');
    expect(Budget).toEqual({
      BudgetName: 'sada-staging-eu-central-1',
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: 900, Unit: 'USD' },
      CostFilters: { TagKeyValue: ['user:sada:environment$staging'] },
    });
    expect(NotificationsWithSubscribers).toMatchObject(
      (
        [
          ['ACTUAL', 80],
          ['FORECASTED', 100],
        ] as const
      ).map(([NotificationType, Threshold]) => ({
        Notification: { NotificationType, Threshold, ThresholdType: 'PERCENTAGE' },
        Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ops@example.com' }],
      })),
    );
  });

  it('is not there where none is set', () => {
    expect(resourcesOf(templatesOf('prod').storage, 'AWS::Budgets::Budget')).toEqual([]);
  });
});
