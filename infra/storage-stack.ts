import { Annotations } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { TABLE_KEYS } from '../core/contract.ts';
import type { Environment } from '../environments/index.ts';
import { AlarmTopic } from './constructs/alarm-topic.ts';
import { DataBucket, WorkBucket } from './constructs/data-bucket.ts';
import { dataKeyUsers, EncryptionKey } from './constructs/encryption-key.ts';
import { MonthlyBudget } from './constructs/monthly-budget.ts';
import { namesOf } from './names.ts';
import { SadaStack } from './sada-stack.ts';

/**
 * What must never be lost.
 *
 *   data key -> recordings, transcripts, analyses | calls | queues and logs of the other stacks
 *   work key -> raw transcripts, for a day
 *   bus      -> what happened to each call
 *   alarms   -> whoever looks after it
 */
export class StorageStack extends SadaStack {
  readonly dataKey: IKey;
  readonly workKey: EncryptionKey;
  readonly dataBucket: DataBucket;
  readonly workBucket: WorkBucket;
  readonly calls: TableV2;
  readonly bus: EventBus;
  readonly alarmTopic: AlarmTopic;
  readonly budget: MonthlyBudget | null;

  constructor(scope: Construct, environment: Environment) {
    super(scope, 'storage', environment);
    const names = namesOf(environment.name);
    this.dataKey = this.#keyOfData();
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
    this.alarmTopic = new AlarmTopic(this, 'Alarms', this.dataKey);
    this.budget = this.#monthlyBudget();
    if (environment.alarmEmail === undefined) this.#sayThatNobodyHears();
    this.output('RecordingsBucket', this.dataBucket.bucketName);
    this.output('CallsTable', this.calls.tableName);
    this.output('EventBusName', this.bus.eventBusName);
  }

  #keyOfData(): IKey {
    const { name, dataKeyArn } = this.config;
    if (dataKeyArn !== undefined) return Key.fromKeyArn(this, 'DataKey', dataKeyArn);
    return new EncryptionKey(this, 'DataKey', {
      description: 'Recordings, redacted transcripts, analyses, call records, queues, logs, alarms',
      alias: namesOf(name).keyAlias('data'),
      users: dataKeyUsers(name),
      removalPolicy: this.dataRemoval,
    });
  }

  #sayThatNobodyHears(): void {
    if (this.config.retention.data === 'delete') return;
    Annotations.of(this).addInfo(
      `environment '${this.config.name}' names no alarmEmail: nobody hears of its alarms`,
    );
  }

  #monthlyBudget(): MonthlyBudget | null {
    const { monthlyBudgetUsd: usd, alarmEmail: email } = this.config;
    if (usd === undefined || email === undefined) return null;
    return new MonthlyBudget(this, 'Budget', { usd, email });
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
