import { Aws } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from '../statemachines/bindings.ts';

/** Some actions on one resource; for a key, through one service alone. */
interface Grant {
  actions: readonly string[];
  on: string;
  via?: 's3' | 'sqs' | 'dynamodb';
}

/** To be told that an object is missing (404) rather than forbidden (403). */
const tellsMissing = { actions: ['s3:ListBucket'], on: 'dataBucket' } as const;

const readsData = { actions: ['kms:Decrypt'], on: 'dataKey', via: 's3' } as const;
const writesData = {
  actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  on: 'dataKey',
  via: 's3',
} as const;

/** A record is read, then replaced on a condition. */
const keepsCalls = [
  { actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], on: 'calls' },
  {
    // What DynamoDB does with a customer's key on behalf of who reads and writes.
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey*',
      'kms:ReEncrypt*',
    ],
    on: 'dataKey',
    via: 'dynamodb',
  },
] as const;

const sendsJobs = [
  { actions: ['sqs:SendMessage'], on: 'jobs' },
  { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: 'dataKey', via: 'sqs' },
] as const;

/** Who may do what, by hand: a definition from a file grants nothing by itself. */
export const GRANTS = {
  'admit-recording': [
    { actions: ['s3:GetObject', 's3:GetObjectVersion'], on: 'recordings' },
    { actions: ['s3:GetObject'], on: 'transcripts' },
    tellsMissing,
    readsData,
    ...keepsCalls,
    { actions: ['states:DescribeExecution'], on: 'executions' },
  ],
  'refine-transcript': [
    { actions: ['s3:DeleteObject', 's3:GetObject'], on: 'rawTranscripts' },
    { actions: ['kms:Decrypt'], on: 'workKey', via: 's3' },
    { actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], on: 'transcripts' },
    tellsMissing,
    writesData,
    ...keepsCalls,
  ],
  'analyse-call': [
    { actions: ['s3:GetObjectVersion'], on: 'transcripts' },
    { actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], on: 'analyses' },
    tellsMissing,
    writesData,
    ...keepsCalls,
    { actions: ['sagemaker:InvokeEndpoint'], on: 'languageModel' },
  ],
  'close-call': [...keepsCalls],
  'sweep-execution': [
    ...keepsCalls,
    { actions: ['states:DescribeExecution'], on: 'executions' },
    { actions: ['events:PutEvents'], on: 'bus' },
    { actions: ['sqs:SendMessage'], on: 'unswept' },
    { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: 'dataKey', via: 'sqs' },
  ],
  'fail-abandoned-job': [
    { actions: ['states:SendTaskFailure'], on: 'stateMachine' },
    {
      actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      on: 'abandonedJobs',
    },
    { actions: ['kms:Decrypt'], on: 'dataKey', via: 'sqs' },
  ],
  'process-call': [
    { actions: ['lambda:InvokeFunction'], on: 'handlers' },
    ...sendsJobs,
    { actions: ['events:PutEvents'], on: 'bus' },
  ],
  'recording-intake': [{ actions: ['states:StartExecution'], on: 'stateMachine' }],
  whisper: [
    { actions: ['s3:GetObject', 's3:GetObjectVersion'], on: 'recordings' },
    tellsMissing,
    readsData,
    {
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      on: 'rawTranscripts',
    },
    { actions: ['s3:ListBucket'], on: 'workBucket' },
    { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: 'workKey', via: 's3' },
    {
      actions: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage'],
      on: 'jobs',
    },
    // Gives a job back to the end of the queue.
    ...sendsJobs,
    {
      actions: ['states:SendTaskFailure', 'states:SendTaskHeartbeat', 'states:SendTaskSuccess'],
      on: 'stateMachine',
    },
    // What the agent of ECS does for a task it does as the task.
    { actions: ['ecs:UpdateTaskProtection'], on: 'workers' },
  ],
  jais: [
    { actions: ['s3:GetObject'], on: 'model' },
    tellsMissing,
    readsData,
    { actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams'], on: 'logGroups' },
    { actions: ['logs:PutLogEvents'], on: 'logStreams' },
    {
      actions: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
      ],
      on: 'image',
    },
    // Knows no resources.
    { actions: ['ecr:GetAuthorizationToken'], on: 'everything' },
  ],
} as const satisfies Record<FunctionName, readonly Grant[]> & Record<string, readonly Grant[]>;

export type Role = keyof typeof GRANTS;
type ResourceOf<R extends Role> = (typeof GRANTS)[R][number]['on'];

/** Where each resource that a role is granted something on is. */
export type Arns<R extends Role> = Readonly<Record<ResourceOf<R>, string | readonly string[]>>;

/** What a role may do, as a policy; nothing on what is not there. */
export function policyOf<R extends Role>(role: R, arns: Arns<R>): PolicyDocument {
  const grants: readonly Grant[] = GRANTS[role];
  const arnsOf = (on: string) => [(arns as Record<string, string | string[]>)[on] ?? []].flat();
  return new PolicyDocument({
    statements: grants
      .filter(({ on }) => arnsOf(on).length > 0)
      .map(
        ({ actions, on, via }) =>
          new PolicyStatement({
            actions: [...actions],
            resources: arnsOf(on),
            ...(via !== undefined && {
              conditions: {
                StringEquals: { 'kms:ViaService': `${via}.${Aws.REGION}.amazonaws.com` },
              },
            }),
          }),
      ),
  });
}
