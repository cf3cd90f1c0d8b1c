import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { configFrom } from '../../containers/jais/src/config.ts';
import { loadEnvironment } from '../../environments/index.ts';
import {
  expectResource,
  plain,
  propertiesOf,
  resourcesOf,
  synthesized,
  templatesOf,
} from './synthesized.ts';

const staging = templatesOf('staging').models;

describe('the language model', () => {
  it('reserves a GPU and little memory, and has a quarter of an hour to start', () => {
    expectResource(staging, 'AWS::SageMaker::InferenceComponent', {
      RuntimeConfig: { CopyCount: 1 },
      Specification: {
        ComputeResourceRequirements: {
          MinMemoryRequiredInMb: 1024,
          NumberOfAcceleratorDevicesRequired: 1,
          MaxMemoryRequiredInMb: Match.absent(),
        },
        StartupParameters: { ContainerStartupHealthCheckTimeoutInSeconds: 900 },
      },
    });
  });

  it('tells its container to need the GPU, and how many prompts to read side by side', () => {
    const { PrimaryContainer } = propertiesOf(staging, 'AWS::SageMaker::Model') as {
      PrimaryContainer: { Environment: Record<string, string> };
    };
    const { engine } = configFrom(PrimaryContainer.Environment);
    expect(engine).toMatchObject({ gpu: true, sequences: 8, model: '/opt/ml/model' });
  });

  it('begins with a copy where the fewest are none, since SageMaker makes none without', () => {
    const { analysis, ...environment } = loadEnvironment('staging');
    const { model } = analysis;
    if (model === undefined) throw new TypeError('expected staging to name a model');
    const copies = { min: 0, max: 1 };
    const { models } = synthesized({
      ...environment,
      analysis: { ...analysis, model: { ...model, copies } },
    });
    expectResource(models, 'AWS::SageMaker::InferenceComponent', {
      RuntimeConfig: { CopyCount: 1 },
    });
    expectResource(models, 'AWS::ApplicationAutoScaling::ScalableTarget', {
      ServiceNamespace: 'sagemaker',
      MinCapacity: 0,
    });
  });

  it('reads its files as they lie in the bucket', () => {
    const { PrimaryContainer } = propertiesOf(staging, 'AWS::SageMaker::Model') as {
      PrimaryContainer: { ModelDataSource: { S3DataSource: Record<string, unknown> } };
    };
    const { S3Uri, ...source } = PrimaryContainer.ModelDataSource.S3DataSource;
    expect(source).toEqual({ CompressionType: 'None', S3DataType: 'S3Prefix' });
    expect(plain(S3Uri)).toMatch(/^s3:\/\/\{Data.*\}\/models\/jais-6p7b-q4\/$/);
  });

  it('is cut off from networks and states its driver, without a key on its volumes', () => {
    expectResource(staging, 'AWS::SageMaker::EndpointConfig', {
      EnableNetworkIsolation: true,
      KmsKeyId: Match.absent(),
      ProductionVariants: [
        {
          InstanceType: 'ml.g4dn.xlarge',
          InferenceAmiVersion: 'al2-ami-sagemaker-inference-gpu-3-1',
          ManagedInstanceScaling: { Status: 'ENABLED', MinInstanceCount: 0, MaxInstanceCount: 2 },
        },
      ],
    });
  });

  it('is made anew beside the old one when the model changes', () => {
    const { analysis, ...environment } = loadEnvironment('staging');
    const { model } = analysis;
    if (model === undefined) throw new TypeError('expected staging to name a model');
    const changed = { ...analysis, model: { ...model, name: 'jais-other' } };
    const nameIn = (template: typeof staging): unknown =>
      propertiesOf(template, 'AWS::SageMaker::InferenceComponent')['InferenceComponentName'];
    const other = synthesized({ ...environment, analysis: changed }).models;
    expect(nameIn(other)).not.toBe(nameIn(staging));
  });

  it('has the log groups that SageMaker would make itself', () => {
    const { InferenceComponentName } = propertiesOf(
      staging,
      'AWS::SageMaker::InferenceComponent',
    ) as { InferenceComponentName: string };
    const names = resourcesOf(staging, 'AWS::Logs::LogGroup').map(
      ([, { Properties }]) => Properties['LogGroupName'],
    );
    expect(names).toEqual(
      expect.arrayContaining([
        '/aws/sagemaker/Endpoints/sada-staging-jais',
        `/aws/sagemaker/InferenceComponents/${InferenceComponentName}`,
      ]),
    );
  });
});
