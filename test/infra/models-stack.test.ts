import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import { describe, expect, it } from 'vitest';
import { ENV } from '../../core/contract.ts';
import { configFrom } from '../../containers/whisper/src/config.ts';
import { loadEnvironment } from '../../environments/index.ts';
import { deploymentOf } from '../../infra/deployment.ts';
import { textOf } from '../support/project-files.ts';
import {
  anApp,
  expectResource,
  plain,
  propertiesOf,
  resourcesOf,
  synthesized,
  templatesOf,
} from './synthesized.ts';

const dev = templatesOf('dev').models;
const staging = templatesOf('staging').models;
const DAY_SECONDS = 24 * 3600;

interface Container {
  ReadonlyRootFilesystem: boolean;
  MountPoints: { ContainerPath: string; ReadOnly: boolean; SourceVolume: string }[];
  Environment: { Name: string; Value: unknown }[];
  StopTimeout: number;
  ResourceRequirements?: unknown;
}
const workerOf = (template: typeof dev): Container | undefined =>
  (propertiesOf(template, 'AWS::ECS::TaskDefinition')['ContainerDefinitions'] as Container[])[0];

/** How the images of an asset manifest are built. */
const dockerSourcesOf = (artifact: unknown): unknown[] =>
  artifact instanceof AssetManifestArtifact
    ? Object.values(artifact.contents.dockerImages ?? {}).map(({ source }) => source)
    : [];

describe('the job queue', () => {
  it('gives a job to three workers, then to the function that fails its call', () => {
    const jobs = propertiesOf(dev, 'AWS::SQS::Queue', 'JobQueueJobs');
    expect(jobs).toMatchObject({ VisibilityTimeout: 60, RedrivePolicy: { maxReceiveCount: 3 } });
    expect(
      plain((jobs['RedrivePolicy'] as Record<string, unknown>)['deadLetterTargetArn']),
    ).toMatch(/^\{JobQueueAbandoned/);
  });

  it('keeps a job for a day less than the abandoned ones, whose age counts from its beginning', () => {
    const jobs = propertiesOf(dev, 'AWS::SQS::Queue', 'JobQueueJobs');
    const abandoned = propertiesOf(dev, 'AWS::SQS::Queue', 'JobQueueAbandoned');
    expect(jobs['MessageRetentionPeriod']).toBe(13 * DAY_SECONDS);
    expect(abandoned['MessageRetentionPeriod']).toBe(14 * DAY_SECONDS);
  });
});

const variablesOf = (template: typeof dev): Record<string, string> =>
  Object.fromEntries(
    (workerOf(template)?.Environment ?? []).map(({ Name, Value }) => [Name, plain(Value)]),
  );
/** What a worker makes of the variables that it is given. */
const configOf = (template: typeof dev) =>
  configFrom({ ...variablesOf(template), [ENV.jobQueueUrl]: 'https://sqs.test/1/jobs' });

describe('the transcription worker', () => {
  it.each([
    ['dev', dev, 'pocketsphinx-demo'],
    ['staging', staging, 'whisper-large-v3-turbo-q8_0'],
  ])('of %s is told what it reads, and accepts it', (_, template, engine) => {
    const config = configOf(template);
    expect(config).toMatchObject({
      engine: { name: engine },
      longestSeconds: 7200,
      noiseReduction: false,
    });
    expect(config.bucket).toMatch(/^\{Work/);
    expect(variablesOf(template)[ENV.jobQueueUrl]).toMatch(/^\{JobQueueJobs/);
  });

  it('takes noise out of recordings where the environment says so', () => {
    const environment = loadEnvironment('dev');
    const transcription = { ...environment.transcription, noiseReduction: true };
    expect(configOf(synthesized({ ...environment, transcription }).models).noiseReduction).toBe(
      true,
    );
  });

  it('can write to its scratch folder alone', () => {
    const [, scratch] = /^VOLUME (\S+)$/m.exec(textOf('containers/whisper/Dockerfile')) ?? [];
    for (const template of [dev, staging]) {
      const worker = workerOf(template);
      expect(worker?.ReadonlyRootFilesystem).toBe(true);
      expect(worker?.MountPoints).toEqual([
        { ContainerPath: scratch, ReadOnly: false, SourceVolume: 'scratch' },
      ]);
      expect(propertiesOf(template, 'AWS::ECS::TaskDefinition')['Volumes']).toEqual([
        { Name: 'scratch' },
      ]);
    }
  });

  it('has as long to stop as ECS allows, and longer than it takes', () => {
    const { graceSeconds } = configFrom({
      [ENV.jobQueueUrl]: 'https://sqs.test/1/jobs',
      [ENV.bucket]: 'b',
    });
    for (const template of [dev, staging]) {
      expect(workerOf(template)?.StopTimeout).toBe(120);
      expect(graceSeconds).toBeLessThan(120);
    }
  });

  it('has no way in: no rule of its security group lets anything connect', () => {
    for (const template of [dev, staging]) {
      const group = propertiesOf(
        template,
        'AWS::EC2::SecurityGroup',
        'TranscriptionNetworkWorkers',
      );
      expect(group['SecurityGroupIngress']).toBeUndefined();
    }
    expect(resourcesOf(dev, 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  });
});

describe("the worker's image", () => {
  it.each([
    ['dev', 'cpu', ''],
    ['staging', 'cuda', 'large-v3-turbo-q8_0'],
  ])('of %s is the target %s with the model of its engine', (name, target, model) => {
    const app = anApp();
    const { models } = deploymentOf(app, loadEnvironment(name));
    const assets = app.synth().getStackArtifact(models.artifactId).dependencies;
    const images = assets.flatMap((one) => dockerSourcesOf(one));
    expect(images).toContainEqual(
      expect.objectContaining({
        dockerFile: 'containers/whisper/Dockerfile',
        dockerBuildTarget: target,
        dockerBuildArgs: { MODEL: model },
      }),
    );
  });
});

describe('dev', () => {
  it('hears one recording at a time, without a GPU', () => {
    expect(configOf(dev)).toMatchObject({ engine: { gpuRequired: false }, concurrency: 1 });
  });

  it('runs its worker on Fargate with a public address and no GPU', () => {
    expectResource(dev, 'AWS::ECS::Service', {
      LaunchType: 'FARGATE',
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED' } },
    });
    expect(workerOf(dev)?.ResourceRequirements).toBeUndefined();
    const dear = /AutoScalingGroup|LaunchTemplate|NatGateway|SageMaker|CapacityProvider/;
    expect(resourcesOf(dev).filter(([, { Type }]) => dear.test(Type))).toEqual([]);
    const endpoints = resourcesOf(dev, 'AWS::EC2::VPCEndpoint');
    expect(endpoints.map(([, { Properties }]) => Properties['VpcEndpointType'])).toEqual([
      'Gateway',
    ]);
  });

  it('says that it makes no endpoint', () => {
    const { models } = deploymentOf(anApp(), loadEnvironment('dev'));
    const notices = Annotations.fromStack(models).findInfo('*', Match.stringLikeRegexp('no model'));
    expect(notices).toHaveLength(1);
  });
});

describe('an environment with GPUs', () => {
  it('takes one worker on demand and all others on Spot, on the GPU image of Amazon Linux 2023', () => {
    expectResource(staging, 'AWS::ECS::Service', {
      CapacityProviderStrategy: [{ Base: 1, Weight: 0 }, { Weight: 1 }],
    });
    const groups = resourcesOf(staging, 'AWS::AutoScaling::AutoScalingGroup');
    const policies = groups.map(
      ([, { Properties }]) =>
        Properties['MixedInstancesPolicy'] as {
          InstancesDistribution: Record<string, unknown>;
          LaunchTemplate: { Overrides: { InstanceType: string }[] };
        },
    );
    expect(
      policies.map((one) => one.InstancesDistribution['OnDemandPercentageAboveBaseCapacity']),
    ).toEqual([100, 0]);
    for (const { LaunchTemplate } of policies) {
      expect(LaunchTemplate.Overrides[0]).toEqual({ InstanceType: 'g4dn.xlarge' });
    }
    expect(
      groups.map(([, { Properties }]) => [Properties['MinSize'], Properties['MaxSize']]),
    ).toEqual([
      ['0', '2'],
      ['0', '2'],
    ]);
    const parameters = JSON.stringify(staging.toJSON()['Parameters']);
    expect(parameters).toContain('/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/');
  });

  it('drains a Spot host that is taken away, and gives each worker a GPU', () => {
    const templates = resourcesOf(staging, 'AWS::EC2::LaunchTemplate');
    expect(templates).toHaveLength(2);
    for (const [, { Properties }] of templates) {
      expect(JSON.stringify(Properties)).toContain('ECS_ENABLE_SPOT_INSTANCE_DRAINING=true');
      expect(Properties).toMatchObject({
        LaunchTemplateData: {
          MetadataOptions: { HttpTokens: 'required' },
          BlockDeviceMappings: [{ Ebs: { Encrypted: true } }],
        },
      });
    }
    expect(workerOf(staging)?.ResourceRequirements).toEqual([{ Type: 'GPU', Value: '1' }]);
  });

  it('shares a card between two servers, refuses to start without one, and decodes ahead', () => {
    expect(configOf(staging)).toMatchObject({
      engine: { servers: 2, gpuRequired: true },
      concurrency: 3,
    });
    const environment = loadEnvironment('staging');
    const transcription = { ...environment.transcription, enginesPerCard: 1 };
    expect(configOf(synthesized({ ...environment, transcription }).models)).toMatchObject({
      engine: { servers: 1 },
      concurrency: 2,
    });
  });

  it('has no way out of AWS when its network is private', () => {
    const ways = /InternetGateway|NatGateway/;
    expect(resourcesOf(staging).filter(([, { Type }]) => ways.test(Type))).toEqual([]);
    const services = resourcesOf(staging, 'AWS::EC2::VPCEndpoint').map(([, { Properties }]) =>
      plain(Properties['ServiceName']).replace(/^com\.amazonaws\.[^.]+\./, ''),
    );
    expect(services.sort()).toEqual(
      [
        's3',
        'ecs',
        'ecs-agent',
        'ecs-telemetry',
        'ecr.api',
        'ecr.dkr',
        'logs',
        'sqs',
        'states',
      ].sort(),
    );
  });
});
