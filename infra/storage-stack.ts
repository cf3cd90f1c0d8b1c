import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { TABLE_KEYS } from '../core/contract.ts';
import type { Environment } from '../environments/index.ts';
import { DataBucket, WorkBucket } from './constructs/data-bucket.ts';
import { dataKeyUsers, EncryptionKey } from './constructs/encryption-key.ts';
import { namesOf } from './names.ts';
import { SadaStack } from './sada-stack.ts';

/**
 * What must never be lost.
 *
 *   data key -> recordings, transcripts, analyses | calls | queues and logs of the other stacks
 *   work key -> raw transcripts, for a day
 *   bus      -> what happened to each call
 */
export class StorageStack extends SadaStack {
  readonly dataKey: EncryptionKey;
  readonly workKey: EncryptionKey;
  readonly dataBucket: DataBucket;
  readonly workBucket: WorkBucket;
  readonly calls: TableV2;
  readonly bus: EventBus;

  constructor(scope: Construct, environment: Environment) {
    super(scope, 'storage', environment);
    const names = namesOf(environment.name);
    this.dataKey = new EncryptionKey(this, 'DataKey', {
      description: 'Recordings, redacted transcripts, analyses, call records, queues and logs',
      alias: names.keyAlias('data'),
      users: dataKeyUsers(environment.name),
      removalPolicy: this.dataRemoval,
    });
    this.workKey = new EncryptionKey(this, 'WorkKey', {
      description: 'Raw transcripts, which are gone within a day',
      alias: names.keyAlias('work'),
      users: [],
      removalPolicy: this.dataRemoval,
    });
    this.dataBucket = new DataBucket(this, 'Data', this.dataKey);
    this.workBucket = new WorkBucket(this, 'Work', this.workKey);
    this.calls = this.#callRecords();
    this.bus = new EventBus(this, 'Bus', { eventBusName: names.bus });
    this.output('RecordingsBucket', this.dataBucket.bucketName);
    this.output('CallsTable', this.calls.tableName);
    this.output('EventBusName', this.bus.eventBusName);
  }

  #callRecords(): TableV2 {
    return new TableV2(this, 'Calls', {
      partitionKey: { name: TABLE_KEYS.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE_KEYS.sort, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.dataKey),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: this.config.retention.data === 'retain',
      removalPolicy: this.dataRemoval,
    });
  }
}
