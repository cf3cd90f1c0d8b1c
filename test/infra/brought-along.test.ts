import { describe, expect, it } from 'vitest';
import { type Environment, loadEnvironment } from '../../environments/index.ts';
import { deploymentOf } from '../../infra/deployment.ts';
import {
  anApp,
  plain,
  propertiesOf,
  resourcesOf,
  type Synthesized,
  synthesized,
} from './synthesized.ts';

const staging = loadEnvironment('staging');

describe('a key that is brought', () => {
  const dataKeyArn =
    'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const templates = synthesized({ ...staging, dataKeyArn });

  it('encrypts what the own key would, and only raw transcripts have a key of the deployment', () => {
    const keys = resourcesOf(templates.storage, 'AWS::KMS::Key');
    expect(keys.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['WorkKey']);
    const encrypted = Object.values(templates).flatMap((template) => [
      ...resourcesOf(template, 'AWS::SQS::Queue').map(([, q]) => q.Properties['KmsMasterKeyId']),
      ...resourcesOf(template, 'AWS::Logs::LogGroup').map(([, l]) => l.Properties['KmsKeyId']),
      ...resourcesOf(template, 'AWS::SNS::Topic').map(([, t]) => t.Properties['KmsMasterKeyId']),
    ]);
    expect(encrypted.length).toBeGreaterThan(12);
    expect(new Set(encrypted)).toEqual(new Set([dataKeyArn]));
    const bucket = propertiesOf(templates.storage, 'AWS::S3::Bucket', 'Data');
    expect(JSON.stringify(bucket['BucketEncryption'])).toContain(dataKeyArn);
    const table = propertiesOf(templates.storage, 'AWS::DynamoDB::GlobalTable');
    expect(JSON.stringify(table['Replicas'])).toContain(dataKeyArn);
  });

  it('is what the roles are granted', () => {
    const policies = JSON.stringify(resourcesOf(templates.pipeline, 'AWS::IAM::Role'));
    expect(policies).toContain(`"Resource":"${dataKeyArn}"`);
    expect(policies).not.toContain('FnGetAttDataKey');
  });
});

describe('a network that is there', () => {
  const vpc = {
    id: 'vpc-0a1b2c3d',
    subnets: [
      { id: 'subnet-0a1b2c3d', zone: 'eu-central-1a' },
      { id: 'subnet-0a1b2c3e', zone: 'eu-central-1b' },
    ],
  };
  const ids = vpc.subnets.map(({ id }) => id);

  it('is where workers run, with a group that lets nothing in and nothing else of ours', () => {
    const { models } = synthesized({ ...staging, vpc });
    const network = /^AWS::EC2::(VPC|Subnet|Route|InternetGateway|VPCEndpoint|NatGateway)/;
    expect(resourcesOf(models).filter(([, { Type }]) => network.test(Type))).toEqual([]);
    const groups = resourcesOf(models, 'AWS::EC2::SecurityGroup');
    expect(groups.map(([, { Properties }]) => Properties['VpcId'])).toEqual([vpc.id]);
    expect(groups[0]?.[1].Properties['SecurityGroupIngress']).toBeUndefined();
    const hosts = resourcesOf(models, 'AWS::AutoScaling::AutoScalingGroup');
    expect(hosts.map(([, { Properties }]) => Properties['VPCZoneIdentifier'])).toEqual([ids, ids]);
  });

  it('is where those on Fargate run', () => {
    const { models } = synthesized({ ...loadEnvironment('dev'), vpc });
    expect(propertiesOf(models, 'AWS::ECS::Service')['NetworkConfiguration']).toMatchObject({
      AwsvpcConfiguration: { Subnets: ids, AssignPublicIp: 'ENABLED' },
    });
  });

  it('is not looked up', () => {
    const app = anApp();
    deploymentOf(app, { ...staging, vpc, account: '111122223333' });
    expect(app.synth().manifest.missing).toBeUndefined();
  });
});

const exportsOf = (template: Synthesized['storage']): string[] =>
  Object.values((template.toJSON()['Outputs'] ?? {}) as Record<string, { Export?: object }>)
    .filter(({ Export }) => Export !== undefined)
    .map(({ Export }) => JSON.stringify(Export));
describe('two environments in one account and region', () => {
  /** Names of other things than the resource itself, or of what only its owner sees. */
  const NOT_ITS_OWN =
    /VPCEndpoint ServiceName|IAM::Policy PolicyName|Alarm MetricName|Schema SchemaName|VariantName/;
  const namesIn = (template: Synthesized['storage']): string[] =>
    resourcesOf(template).flatMap(([, { Type, Properties }]) =>
      Object.entries((Properties['Budget'] as object | undefined) ?? Properties)
        .filter(([property, value]) => property.endsWith('Name') && typeof value === 'string')
        .map(([property, value]) => `${Type} ${property} ${plain(value)}`)
        .filter((name) => !NOT_ITS_OWN.test(name)),
    );
  const namesOf = (environment: Environment): string[] =>
    Object.values(synthesized(environment)).flatMap((template) => [
      ...namesIn(template),
      ...exportsOf(template),
    ]);

  it('share no name and no export', () => {
    const prod = { ...loadEnvironment('prod'), alarmEmail: 'ops@example.com', monthlyBudgetUsd: 9 };
    const [one, other] = [prod, { ...prod, name: 'prod-two' }].map(namesOf);
    expect(one?.length).toBeGreaterThan(40);
    expect(one?.filter((name) => other?.includes(name))).toEqual([]);
  });

  it('have stacks of their own in one app', () => {
    const app = anApp();
    deploymentOf(app, staging);
    deploymentOf(app, { ...staging, name: 'staging-two' });
    const stacks = app.synth().stacks.map(({ stackName }) => stackName);
    expect(new Set(stacks).size).toBe(6);
  });
});
