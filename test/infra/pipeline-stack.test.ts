import { describe, expect, it } from 'vitest';
import { ENV } from '../../core/contract.ts';
import { executionEndedBadly, recordingArrived } from '../../core/events.ts';
import { FUNCTION_NAMES } from '../../statemachines/bindings.ts';
import { loadEnvironment } from '../../environments/index.ts';
import { textOf } from '../support/project-files.ts';
import {
  expectResource,
  plain,
  propertiesOf,
  resourcesOf,
  synthesized,
  templatesOf,
} from './synthesized.ts';

const { models, pipeline } = templatesOf('staging');

type Rule = {
  EventPattern: unknown;
  Targets: { Arn: unknown; DeadLetterConfig: { Arn: unknown }; RetryPolicy: unknown }[];
};

const variablesOf = (name: string, template = pipeline): Record<string, unknown> =>
  (
    propertiesOf(template, 'AWS::Lambda::Function', `Handlers${name.replaceAll('-', '')}`) as {
      Environment?: { Variables: Record<string, unknown> };
    }
  ).Environment?.Variables ?? {};

describe('a recording that arrives', () => {
  const rule = propertiesOf(pipeline, 'AWS::Events::Rule', 'RecordingIntake') as Rule;

  it('starts the state machine, tried for a day and then kept', () => {
    const [target] = rule.Targets;
    expect(plain(target?.Arn)).toMatch(/^\{WorkflowProcessCall/);
    expect(plain(target?.DeadLetterConfig.Arn)).toMatch(/^\{RecordingIntakeNotStarted/);
    expect(target?.RetryPolicy).toEqual({
      MaximumEventAgeInSeconds: 86_400,
      MaximumRetryAttempts: 185,
    });
  });

  it('is told by the pattern that the local system uses', () => {
    const written = JSON.parse(
      JSON.stringify(rule.EventPattern).replace(/\{"Fn::ImportValue":"[^"]+"\}/, '"the-bucket"'),
    ) as object;
    expect(written).toEqual(recordingArrived('the-bucket'));
  });

  it('may be put among the dead letters by that rule alone', () => {
    const { PolicyDocument } = propertiesOf(
      pipeline,
      'AWS::SQS::QueuePolicy',
      'RecordingIntakeNotStarted',
    ) as { PolicyDocument: { Statement: object[] } };
    const rows = PolicyDocument.Statement.map((row) => JSON.stringify(row));
    const lets = rows.filter((row) => row.includes('"Allow"'));
    expect(lets).toHaveLength(1);
    expect(lets[0]).toContain('"aws:SourceArn":{"Fn::GetAtt":["RecordingIntake');
  });
});

describe('the function that analyses', () => {
  it('asks the component that the models stack makes, for longer than its requests may take', () => {
    const { EndpointName } = propertiesOf(models, 'AWS::SageMaker::Endpoint');
    const { InferenceComponentName } = propertiesOf(models, 'AWS::SageMaker::InferenceComponent');
    expect(variablesOf('analyse-call')).toMatchObject({
      [ENV.analysisEngine]: 'jais',
      [ENV.modelEndpoint]: EndpointName,
      [ENV.modelComponent]: InferenceComponentName,
    });
    expectResource(pipeline, 'AWS::Lambda::Function', {
      FunctionName: 'sada-staging-analyse-call',
      Timeout: 240,
    });
  });
});

describe('an execution that ended badly', () => {
  const rule = propertiesOf(pipeline, 'AWS::Events::Rule', 'ExecutionSweep') as Rule;

  it('is swept, by the pattern that the local system uses', () => {
    const written = JSON.parse(
      JSON.stringify(rule.EventPattern).replace(/\{"Ref":"WorkflowProcessCall\w+"\}/, '"machine"'),
    ) as object;
    expect(written).toEqual(executionEndedBadly('machine'));
    expect(plain(rule.Targets[0]?.Arn)).toMatch(/^\{Handlerssweepexecution/);
  });

  it('is kept when the sweep cannot be reached, and when it fails', () => {
    expect(plain(rule.Targets[0]?.DeadLetterConfig.Arn)).toMatch(/^\{Unswept/);
    const { DestinationConfig } = propertiesOf(pipeline, 'AWS::Lambda::EventInvokeConfig') as {
      DestinationConfig: { OnFailure: { Destination: unknown } };
    };
    expect(plain(DestinationConfig.OnFailure.Destination)).toMatch(/^\{Unswept/);
  });
});

describe('a job that no worker survived', () => {
  it('is handed over alone, from the queue that gives enough time', () => {
    const source = propertiesOf(pipeline, 'AWS::Lambda::EventSourceMapping');
    expect(source['BatchSize']).toBe(1);
    expect(plain(source['EventSourceArn'])).toMatch(/^\{JobQueueAbandoned/);
    const { VisibilityTimeout } = propertiesOf(
      templatesOf('staging').models,
      'AWS::SQS::Queue',
      'JobQueueAbandoned',
    ) as { VisibilityTimeout: number };
    const { Timeout } = propertiesOf(
      pipeline,
      'AWS::Lambda::Function',
      'Handlersfailabandonedjob',
    ) as { Timeout: number };
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout);
  });
});

describe('a handler', () => {
  it.each(FUNCTION_NAMES.map((name) => [name]))('%s is told exactly what it reads', (name) => {
    const source = textOf(`lambdas/${name}.ts`);
    const needs = [...source.matchAll(/required\(ENV\.(\w+)\)/g)].map(
      ([, setting = '']) => ENV[setting as keyof typeof ENV],
    );
    expect(new Set(Object.keys(variablesOf(name)))).toEqual(new Set(needs));
  });

  it('is told what may be left out when the environment says it', () => {
    const environment = { ...loadEnvironment('dev'), fileNamePattern: '(?<agentId>\\d+)_.*' };
    const variables = variablesOf('admit-recording', synthesized(environment).pipeline);
    expect(variables[ENV.fileNamePattern]).toBe('(?<agentId>\\d+)_.*');
    expect(textOf('lambdas/admit-recording.ts')).toContain('optional(ENV.fileNamePattern)');
  });

  it('runs on Node 24 on arm64, with a log that is kept for a while', () => {
    const handlers = resourcesOf(pipeline, 'AWS::Lambda::Function');
    expect(handlers).toHaveLength(FUNCTION_NAMES.length);
    for (const [id, { Properties }] of handlers) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      });
      const { LogGroup } = Properties['LoggingConfig'] as { LogGroup: unknown };
      expect(plain(LogGroup), id).toMatch(/^\{Handlers\w+Log/);
    }
  });

  it('is invoked by what is meant to and by nothing else', () => {
    const permissions = resourcesOf(pipeline, 'AWS::Lambda::Permission').map(
      ([, { Properties }]) => [plain(Properties['FunctionName']), Properties['Principal']],
    );
    expect(permissions).toEqual([
      [expect.stringMatching(/^\{Handlerssweepexecution/), 'events.amazonaws.com'],
    ]);
  });
});

describe('the bus', () => {
  it('is named as consumers are told', () => {
    expectResource(templatesOf('staging').storage, 'AWS::Events::EventBus', {
      Name: 'sada-staging',
    });
  });
});
