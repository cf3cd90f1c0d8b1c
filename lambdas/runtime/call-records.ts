import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { CallRecord } from '../../core/call.ts';
import type { CallRegister } from '../../core/call-register.ts';
import { callRecordKey } from '../../core/contract.ts';
import { parseAs } from './handler.ts';

/** Call records in DynamoDB. */
export class CallRecords implements CallRegister {
  readonly #table: string;
  readonly #documents: DynamoDBDocumentClient;

  constructor(table: string, client = new DynamoDBClient({})) {
    this.#table = table;
    this.#documents = DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true },
    });
  }

  async find(callId: string): Promise<CallRecord | null> {
    const { Item } = await this.#documents.send(
      new GetCommand({
        TableName: this.#table,
        Key: callRecordKey(callId),
        ConsistentRead: true,
      }),
    );
    return Item === undefined ? null : parseAs(CallRecord, Item, 'call record');
  }

  async replace(held: CallRecord | null, record: CallRecord): Promise<boolean> {
    try {
      await this.#documents.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...callRecordKey(record.callId), ...record },
          ...(held === null ? isAbsent : isStill(held)),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

const isAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };

/** Every change of a record changes one of these three. */
const isStill = ({ revision, executionArn, status }: CallRecord) => ({
  ConditionExpression: '#r = :revision AND #e = :executionArn AND #s = :status',
  ExpressionAttributeNames: { '#r': 'revision', '#e': 'executionArn', '#s': 'status' },
  ExpressionAttributeValues: {
    ':revision': revision,
    ':executionArn': executionArn,
    ':status': status,
  },
});
