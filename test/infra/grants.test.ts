import type { Template } from 'aws-cdk-lib/assertions';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GRANTS } from '../../infra/grants.ts';
import {
  FUNCTION_BINDINGS,
  FUNCTION_NAMES,
  PROCESS_CALL_DEFINITION,
} from '../../statemachines/bindings.ts';
import { textOf } from '../support/project-files.ts';
import { expectResource, plain, propertiesOf, resourcesOf, templatesOf } from './synthesized.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: { StringEquals?: { 'kms:ViaService'?: unknown } };
}

const { models, pipeline } = templatesOf('staging');

const componentOf = (template: Template): string =>
  plain(propertiesOf(template, 'AWS::SageMaker::InferenceComponent')['InferenceComponentName']);

/** `action resource`, and for keys the service; sorted. */
function permissions(statements: readonly Statement[]): string[] {
  return statements
    .flatMap(({ Effect, Action, Resource, Condition }) => {
      const via = Condition?.StringEquals?.['kms:ViaService'];
      const service = via === undefined ? '' : ` via ${plain(via).split('.')[0]}`;
      const verb = Effect === 'Allow' ? '' : `${Effect} `;
      return [Action]
        .flat()
        .flatMap((action) =>
          [Resource]
            .flat()
            .map((resource) => `${verb}${action} ${short(plain(resource))}${service}`),
        );
    })
    .sort();
}

/** Without what every deployment makes its own: hashes, partition, region, account. */
const short = (arn: string): string =>
  arn
    .replaceAll(/^arn:(\{Partition\}|aws):(\w+):[^:]*:[^:]*:/g, '$2:')
    .replaceAll(/([A-Za-z])[0-9A-F]{8}(?=[.}])/g, '$1');

/** What a role's inline policy of that name permits. */
function inline(template: Template, role: string, policy = 'grants'): string[] {
  const { Policies } = propertiesOf(template, 'AWS::IAM::Role', role) as {
    Policies: { PolicyName: string; PolicyDocument: { Statement: Statement[] } }[];
  };
  const statements = Policies.filter(({ PolicyName }) => PolicyName === policy).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );
  return permissions(statements);
}

const logicalId = (name: string): string => `Handlers${name.replaceAll('-', '')}Role`;
const STATE_MACHINE = 'states:stateMachine:sada-staging-process-call';
const EXECUTIONS = 'states:execution:sada-staging-process-call:*';

/** Read from the handlers, call by call. */
const TOUCHES_RECORD = [
  'dynamodb:GetItem {Calls.Arn}',
  'dynamodb:PutItem {Calls.Arn}',
  'kms:Decrypt {DataKey.Arn} via dynamodb',
  'kms:DescribeKey {DataKey.Arn} via dynamodb',
  'kms:Encrypt {DataKey.Arn} via dynamodb',
  'kms:GenerateDataKey* {DataKey.Arn} via dynamodb',
  'kms:ReEncrypt* {DataKey.Arn} via dynamodb',
];
const SENDS = (queue: string): string[] => [
  `sqs:SendMessage ${queue}`,
  'kms:Decrypt {DataKey.Arn} via sqs',
  'kms:GenerateDataKey {DataKey.Arn} via sqs',
];

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'admit-recording': [
    ...TOUCHES_RECORD,
    's3:GetObject {Data.Arn}/recordings/*',
    's3:GetObjectVersion {Data.Arn}/recordings/*',
    's3:GetObject {Data.Arn}/transcripts/*',
    's3:ListBucket {Data.Arn}',
    'kms:Decrypt {DataKey.Arn} via s3',
    `states:DescribeExecution ${EXECUTIONS}`,
  ],
  'refine-transcript': [
    ...TOUCHES_RECORD,
    's3:GetObject {Work.Arn}/work/*',
    's3:DeleteObject {Work.Arn}/work/*',
    'kms:Decrypt {WorkKey.Arn} via s3',
    's3:GetObject {Data.Arn}/transcripts/*',
    's3:GetObjectVersion {Data.Arn}/transcripts/*',
    's3:PutObject {Data.Arn}/transcripts/*',
    's3:ListBucket {Data.Arn}',
    'kms:Decrypt {DataKey.Arn} via s3',
    'kms:GenerateDataKey {DataKey.Arn} via s3',
  ],
  'analyse-call': [
    ...TOUCHES_RECORD,
    's3:GetObjectVersion {Data.Arn}/transcripts/*',
    's3:GetObject {Data.Arn}/analyses/*',
    's3:GetObjectVersion {Data.Arn}/analyses/*',
    's3:PutObject {Data.Arn}/analyses/*',
    's3:ListBucket {Data.Arn}',
    'kms:Decrypt {DataKey.Arn} via s3',
    'kms:GenerateDataKey {DataKey.Arn} via s3',
    'sagemaker:InvokeEndpoint sagemaker:endpoint/sada-staging-jais',
    `sagemaker:InvokeEndpoint sagemaker:inference-component/${componentOf(models)}`,
  ],
  'close-call': TOUCHES_RECORD,
  'sweep-execution': [
    ...TOUCHES_RECORD,
    `states:DescribeExecution ${EXECUTIONS}`,
    'events:PutEvents {Bus.Arn}',
    ...SENDS('{Unswept.Arn}'),
  ],
  'fail-abandoned-job': [
    `states:SendTaskFailure ${STATE_MACHINE}`,
    'sqs:ReceiveMessage {JobQueueAbandoned.Arn}',
    'sqs:DeleteMessage {JobQueueAbandoned.Arn}',
    'sqs:GetQueueAttributes {JobQueueAbandoned.Arn}',
    'kms:Decrypt {DataKey.Arn} via sqs',
  ],
};

describe('a handler', () => {
  it.each(FUNCTION_NAMES.map((name) => [name]))('%s may do what it does and no more', (name) => {
    expect(inline(pipeline, logicalId(name))).toEqual([...(EXPECTED[name] ?? [])].sort());
  });

  it('of an environment without a language model may ask none', () => {
    expect(inline(templatesOf('dev').pipeline, logicalId('analyse-call')).join()).not.toContain(
      'sagemaker',
    );
  });

  it.each(FUNCTION_NAMES.map((name) => [name]))('%s writes to its own log alone', (name) => {
    const log = `{Handlers${name.replaceAll('-', '')}Log.Arn}`;
    expect(inline(pipeline, logicalId(name), 'log')).toEqual([
      `logs:CreateLogStream ${log}`,
      `logs:PutLogEvents ${log}`,
    ]);
  });

  it.each(FUNCTION_NAMES.map((name) => [name]))(
    '%s is granted something for each command in its source, and nothing else',
    (name) => {
      const granted = GRANTS[name]
        .flatMap(({ actions }): readonly string[] => actions)
        .filter((action) => !/^(kms|sqs):|^s3:ListBucket$/.test(action));
      const commands = commandsOf(`lambdas/${name}.ts`);
      const known = commands.flatMap((command) => ACTIONS[command] ?? [`unknown: ${command}`]);
      expect(granted.filter((action) => !known.includes(action))).toEqual([]);
      const unmet = commands.filter(
        (command) => !(ACTIONS[command] ?? []).some((action) => granted.includes(action)),
      );
      expect(unmet.filter((command) => !UNUSED[name]?.includes(command))).toEqual([]);
    },
  );
});

/** What AWS asks for each command of the SDK; reading a version by its id is an action apart. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GetObject: ['s3:GetObject', 's3:GetObjectVersion'],
  HeadObject: ['s3:GetObject'],
  PutObject: ['s3:PutObject'],
  DeleteObject: ['s3:DeleteObject'],
  Get: ['dynamodb:GetItem'],
  Put: ['dynamodb:PutItem'],
  DescribeExecution: ['states:DescribeExecution'],
  SendTaskFailure: ['states:SendTaskFailure'],
  PutEvents: ['events:PutEvents'],
  InvokeEndpoint: ['sagemaker:InvokeEndpoint'],
};

/** Commands of a shared class that this handler never reaches. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  'admit-recording': ['PutObject', 'DeleteObject'],
  'analyse-call': ['DeleteObject'],
};

/** The SDK's commands in a handler and in what it imports from its room. */
function commandsOf(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, path = ''] of textOf(file).matchAll(/from '(\.[^']+)'/g)) {
      const target = posix.join(posix.dirname(file), path);
      if (target.startsWith('lambdas/')) visit(target);
    }
  };
  visit(entry);
  const commands = [...seen].flatMap((file) =>
    [...textOf(file).matchAll(/new (\w+)Command\(/g)].map(([, command = '']) => command),
  );
  return [...new Set(commands)];
}

describe('the state machine', () => {
  const text = textOf(PROCESS_CALL_DEFINITION);
  const machine = JSON.parse(text) as {
    States: Record<string, { Resource?: string; Arguments?: unknown }>;
  };
  /** What a task's resource needs, on what its placeholder is bound to. */
  const needs: Readonly<Record<string, (placeholder: string) => string[]>> = {
    'arn:aws:states:::lambda:invoke': (placeholder) => [
      `lambda:InvokeFunction {Handlers${FUNCTION_BINDINGS[
        placeholder as keyof typeof FUNCTION_BINDINGS
      ].replaceAll('-', '')}.Arn}`,
    ],
    'arn:aws:states:::sqs:sendMessage.waitForTaskToken': () => SENDS('{JobQueueJobs.Arn}'),
    'arn:aws:states:::events:putEvents': () => ['events:PutEvents {Bus.Arn}'],
  };

  it('may do what its tasks do and no more', () => {
    const needed = Object.values(machine.States).flatMap(({ Resource, Arguments }) => {
      if (Resource === undefined) return [];
      const [, placeholder = ''] = /\$\{(\w+)\}/.exec(JSON.stringify(Arguments)) ?? [];
      return needs[Resource]?.(placeholder) ?? [`unknown: ${Resource}`];
    });
    expect(inline(pipeline, 'WorkflowRole')).toEqual([...new Set(needed)].sort());
  });

  it('is bound to what it is granted, under exactly its placeholders', () => {
    const { DefinitionSubstitutions: bindings } = propertiesOf(
      pipeline,
      'AWS::StepFunctions::StateMachine',
    ) as {
      DefinitionSubstitutions: Record<string, unknown>;
    };
    const placeholders = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(new Set(Object.keys(bindings))).toEqual(new Set(placeholders));
    const bound = Object.fromEntries(
      Object.entries(bindings).map(([name, value]) => [name, short(plain(value))]),
    );
    expect(bound).toEqual({
      ...Object.fromEntries(
        Object.entries(FUNCTION_BINDINGS).map(([placeholder, name]) => [
          placeholder,
          `{Handlers${name.replaceAll('-', '')}.Arn}`,
        ]),
      ),
      JobQueueUrl: '{JobQueueJobs}',
      EventBus: '{Bus}',
    });
  });

  it('has the name that its handlers are granted', () => {
    expectResource(pipeline, 'AWS::StepFunctions::StateMachine', {
      StateMachineName: 'sada-staging-process-call',
    });
  });
});

describe('other roles', () => {
  it('the rule on recordings may start the state machine and nothing else', () => {
    expect(inline(pipeline, 'RecordingIntakeRole')).toEqual([
      `states:StartExecution ${STATE_MACHINE}`,
    ]);
  });

  it('the transcription worker may do what it does and no more', () => {
    expect(inline(models, 'TranscriptionWorkerRole')).toEqual(
      [
        's3:GetObject {Data.Arn}/recordings/*',
        's3:GetObjectVersion {Data.Arn}/recordings/*',
        's3:ListBucket {Data.Arn}',
        'kms:Decrypt {DataKey.Arn} via s3',
        's3:GetObject {Work.Arn}/work/*',
        's3:PutObject {Work.Arn}/work/*',
        's3:DeleteObject {Work.Arn}/work/*',
        's3:ListBucket {Work.Arn}',
        'kms:Decrypt {WorkKey.Arn} via s3',
        'kms:GenerateDataKey {WorkKey.Arn} via s3',
        'sqs:ReceiveMessage {JobQueueJobs.Arn}',
        'sqs:ChangeMessageVisibility {JobQueueJobs.Arn}',
        'sqs:DeleteMessage {JobQueueJobs.Arn}',
        ...SENDS('{JobQueueJobs.Arn}'),
        `states:SendTaskSuccess ${STATE_MACHINE}`,
        `states:SendTaskFailure ${STATE_MACHINE}`,
        `states:SendTaskHeartbeat ${STATE_MACHINE}`,
        'ecs:UpdateTaskProtection ecs:task/{TranscriptionCluster}/*',
      ].sort(),
    );
  });

  it('the language model may read its files, pull its image and write its logs', () => {
    const permitted = inline(models, 'LanguageModelRole');
    expect(permitted).toContain('s3:GetObject {Data.Arn}/models/jais-6p7b-q4/*');
    expect(permitted.filter((one) => one.startsWith('s3:'))).toHaveLength(2);
    expect(permitted.filter((one) => one.endsWith(' *'))).toEqual(['ecr:GetAuthorizationToken *']);
    expect(new Set(permitted.map((one) => one.split(':')[0]))).toEqual(
      new Set(['ecr', 'kms', 'logs', 's3']),
    );
  });

  it('no role of a handler or the state machine has a managed or a second policy', () => {
    const attached = resourcesOf(pipeline, 'AWS::IAM::Role').filter(
      ([, { Properties }]) => Properties['ManagedPolicyArns'] !== undefined,
    );
    expect(attached).toEqual([]);
    expect(resourcesOf(pipeline, 'AWS::IAM::Policy')).toEqual([]);
  });
});
