import { describe, expect, it } from 'vitest';
import { checkpointKey, rawTranscriptKey } from '../../core/contract.ts';
import { loadEnvironment } from '../../environments/index.ts';
import { logGroupsOf } from '../../infra/names.ts';
import {
  expectResource,
  plain,
  propertiesOf,
  resourcesOf,
  synthesized,
  templatesOf,
} from './synthesized.ts';

const templates = templatesOf('staging');
const { storage } = templates;

interface Statement {
  Principal: { Service?: unknown; AWS?: unknown };
  Action: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

function keyPolicy(key: string): Statement[] {
  type Properties = { KeyPolicy: { Statement: Statement[] } };
  return (propertiesOf(storage, 'AWS::KMS::Key', key) as Properties).KeyPolicy.Statement;
}

const isKey = (value: unknown, key: string): boolean => plain(value).startsWith(`{${key}`);

describe('the bucket of recordings', () => {
  it('keeps versions, tells EventBridge, is closed and encrypted with the data key', () => {
    expectResource(storage, 'AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });

  it('keeps older versions for longer than an execution that reads one can last', () => {
    const [older] = lifecycleOf(storage);
    expect(older).toMatchObject({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } });
    expect(older?.['Prefix']).toBeUndefined();
  });

  it.each([
    ['dev', { recordings: 30, transcripts: 30, analyses: 30 }],
    ['staging', { recordings: 30, transcripts: 90, analyses: 90 }],
    ['prod', { recordings: 365 }],
  ])('of %s keeps each kind of data for as long as the environment says', (name, days) => {
    const [, ...rules] = lifecycleOf(templatesOf(name).storage);
    const kept = rules
      .filter(({ Transitions }) => Transitions === undefined)
      .map(({ Prefix, ExpirationInDays, Status }) => [Prefix, ExpirationInDays, Status]);
    expect(kept).toEqual(
      Object.entries(days).map(([folder, most]) => [`${folder}/`, most, 'Enabled']),
    );
  });

  it.each([
    ['dev', []],
    [
      'prod',
      [
        {
          Prefix: 'recordings/',
          Status: 'Enabled',
          Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 30 }],
        },
      ],
    ],
  ])('of %s archives recordings when the environment says', (name, archived) => {
    const rules = lifecycleOf(templatesOf(name).storage);
    expect(rules.filter(({ Transitions }) => Transitions !== undefined)).toMatchObject(archived);
  });
});

describe('the bucket of raw transcripts', () => {
  it('has no versions, so that deleted is gone, and forgets within a day', () => {
    expect(bucket('Work')['VersioningConfiguration']).toBeUndefined();
    expect(bucket('Work')['LifecycleConfiguration']).toMatchObject({
      Rules: [{ ExpirationInDays: 1, Status: 'Enabled' }],
    });
  });

  it('keeps them for longer where the environment says so', () => {
    const staging = loadEnvironment('staging');
    const retention = { ...staging.retention, workDays: 7 };
    const other = synthesized({ ...staging, retention }).storage;
    expect(propertiesOf(other, 'AWS::S3::Bucket', 'Work')).toMatchObject({
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 7 }] },
    });
  });

  it('announces nothing', () => {
    expect(bucket('Work')['NotificationConfiguration']).toBeUndefined();
  });

  it('is encrypted with a key that nothing else uses', () => {
    expect(isKey(keyOf('Work'), 'WorkKey')).toBe(true);
    expect(isKey(keyOf('Data'), 'DataKey')).toBe(true);
    const uses = JSON.stringify(Object.values(templates).map((template) => template.toJSON()));
    const encrypted = uses.match(
      /"Kms\w*KeyId":\{[^}]*WorkKey|"KMSMasterKeyI[dD]":\{[^}]*WorkKey/g,
    );
    expect(encrypted).toHaveLength(1);
  });

  it('is where the contract puts them', () => {
    const of = { callId: 'c', engine: 'e', variant: 'v', contentSha256: 's' };
    expect(rawTranscriptKey({ ...of, revision: 'r' }).startsWith('work/')).toBe(true);
    expect(checkpointKey(of).startsWith('work/')).toBe(true);
  });
});

function bucket(name: string): Record<string, unknown> {
  return propertiesOf(storage, 'AWS::S3::Bucket', name);
}

function lifecycleOf(template: typeof storage): Record<string, unknown>[] {
  const { LifecycleConfiguration } = propertiesOf(template, 'AWS::S3::Bucket', 'Data') as {
    LifecycleConfiguration: { Rules: Record<string, unknown>[] };
  };
  return LifecycleConfiguration.Rules;
}

function keyOf(name: string): unknown {
  const { ServerSideEncryptionConfiguration: rules } = bucket(name)['BucketEncryption'] as {
    ServerSideEncryptionConfiguration: {
      ServerSideEncryptionByDefault: { KMSMasterKeyID: unknown };
    }[];
  };
  return rules[0]?.ServerSideEncryptionByDefault.KMSMasterKeyID;
}

describe('the table of calls', () => {
  it('has the keys of the contract, goes back in time and cannot be deleted by a slip', () => {
    expectResource(storage, 'AWS::DynamoDB::GlobalTable', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [
        {
          Region: 'eu-central-1',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    });
    expect(resourcesOf(storage, 'AWS::DynamoDB::GlobalTable')).toHaveLength(1);
  });
});

describe('the keys', () => {
  it('leave both keys to the policies of the account, and rotate', () => {
    for (const key of ['DataKey', 'WorkKey']) {
      const [first] = keyPolicy(key);
      expect(first).toMatchObject({ Action: 'kms:*' });
      expect(plain(first?.Principal.AWS)).toContain(':root');
    }
    const rotations = resourcesOf(storage, 'AWS::KMS::Key').map(
      ([, { Properties }]) => Properties['EnableKeyRotation'],
    );
    expect(rotations).toEqual([true, true]);
  });

  it('let no service in its own name use the key of raw transcripts', () => {
    expect(keyPolicy('WorkKey')).toHaveLength(1);
  });

  it('let CloudWatch Logs encrypt every log group that is made with the data key', () => {
    const row = rowOf('logs.');
    expect(row?.Action).toEqual(expect.arrayContaining(['kms:GenerateDataKey*', 'kms:Decrypt']));
    const allowed = Object.values(row?.Condition?.['ArnLike'] ?? {})
      .flat()
      .map((pattern) => plain(pattern).split('log-group:')[1]);
    expect(allowed).toEqual(logGroupsOf('staging').patterns);
    const groups = Object.values(templates)
      .flatMap((template) => resourcesOf(template, 'AWS::Logs::LogGroup'))
      .map(([, { Properties }]) => Properties);
    expect(groups.length).toBeGreaterThanOrEqual(9);
    for (const { LogGroupName, KmsKeyId, RetentionInDays } of groups) {
      expect(isKey(KmsKeyId, 'DataKey')).toBe(true);
      expect(RetentionInDays).toBe(30);
      const covered = allowed.some((pattern) =>
        String(LogGroupName).startsWith(String(pattern).replace('*', '')),
      );
      expect(covered, String(LogGroupName)).toBe(true);
    }
  });

  it('let EventBridge put what it could not deliver into an encrypted queue', () => {
    const targets = resourcesOf(templates.pipeline, 'AWS::Events::Rule');
    expect(targets).toHaveLength(2);
    expect(rowOf('events.')).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it('let alarms into the encrypted topic', () => {
    const [, topic] = resourcesOf(storage, 'AWS::SNS::Topic')[0] ?? [];
    expect(isKey(topic?.Properties['KmsMasterKeyId'], 'DataKey')).toBe(true);
    expect(rowOf('cloudwatch.')).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it('have no row for a service that does not use them', () => {
    const services = keyPolicy('DataKey').flatMap(({ Principal }) =>
      [Principal.Service ?? []].flat().map(plain),
    );
    expect(services).toEqual([
      'logs.{Region}.amazonaws.com',
      'cloudwatch.amazonaws.com',
      'events.amazonaws.com',
    ]);
  });

  it('encrypt every queue', () => {
    const queues = Object.values(templates).flatMap((t) => resourcesOf(t, 'AWS::SQS::Queue'));
    expect(queues).toHaveLength(4);
    for (const [id, { Properties }] of queues) {
      expect(isKey(Properties['KmsMasterKeyId'], 'DataKey'), id).toBe(true);
    }
  });
});

const rowOf = (service: string): Statement | undefined =>
  keyPolicy('DataKey').find(({ Principal }) =>
    [Principal.Service ?? []].flat().some((one) => plain(one).startsWith(service)),
  );

describe('an environment that may be deleted', () => {
  it('deletes its table with its stack', () => {
    const dev = synthesized(loadEnvironment('dev')).storage;
    expectResource(dev, 'AWS::DynamoDB::GlobalTable', {
      Replicas: [{ DeletionProtectionEnabled: false }],
    });
    expect(resourcesOf(dev, 'AWS::DynamoDB::GlobalTable')[0]?.[1].DeletionPolicy).toBe('Delete');
  });
});
