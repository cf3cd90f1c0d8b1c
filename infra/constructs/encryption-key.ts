import { Aws, type RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRootPrincipal,
  PolicyDocument,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { logGroupsOf } from '../names.ts';

/** A service that uses the key in its own name, and what must hold when it does. */
export interface KeyUser {
  service: string;
  actions: readonly string[];
  condition: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * Without these rows log groups cannot be made, what could not be delivered is lost unseen, and
 * alarms reach nobody. A key that is brought must have them itself.
 */
export const dataKeyUsers = (environment: string): readonly KeyUser[] => [
  {
    service: `logs.${Aws.REGION}.amazonaws.com`,
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey*',
      'kms:ReEncrypt*',
    ],
    condition: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': logGroupsOf(environment).patterns.map(
          (pattern) =>
            `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${pattern}`,
        ),
      },
    },
  },
  ...['events.amazonaws.com', 'cloudwatch.amazonaws.com'].map((service) => ({
    service,
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    condition: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  })),
];

export interface EncryptionKeyProps {
  description: string;
  alias: string;
  users: readonly KeyUser[];
  removalPolicy: RemovalPolicy;
}

/**
 * A customer's key whose policy is written whole: roles of the account by their own policies,
 * services by the table. ARNs are patterns, as references would be a cycle between stacks.
 */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string, { users, ...props }: EncryptionKeyProps) {
    super(scope, id, {
      ...props,
      enableKeyRotation: true,
      policy: new PolicyDocument({ statements: [rolesOfTheAccount(), ...users.map(rowOf)] }),
    });
  }
}

const rolesOfTheAccount = (): PolicyStatement =>
  new PolicyStatement({
    sid: 'RolesOfTheAccount',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:*'],
    resources: ['*'],
  });

const rowOf = ({ service, actions, condition }: KeyUser): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal(service)],
    actions: [...actions],
    resources: ['*'],
    conditions: condition,
  });
