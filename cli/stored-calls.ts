import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { CallRecord, type S3Reference } from '../../core/call.ts';
import { callRecordKey } from '../../core/contract.ts';
import { LOCAL_CREDENTIALS, type Endpoints } from '../../local/child-environment.ts';
import { REGION } from '../../local/names.ts';

/** Reads what the system stored, through the clients that anybody would use. */
export class StoredResults {
  readonly s3: S3Client;
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(endpoints: Endpoints, table: string) {
    const shared = { region: REGION, credentials: LOCAL_CREDENTIALS };
    this.s3 = new S3Client({ ...shared, endpoint: endpoints.s3, forcePathStyle: true });
    const dynamodb = new DynamoDBClient({ ...shared, endpoint: endpoints.dynamodb });
    this.#documents = DynamoDBDocumentClient.from(dynamodb);
    this.#table = table;
  }

  async record(callId: string): Promise<CallRecord> {
    const { Item } = await this.#documents.send(
      new GetCommand({ TableName: this.#table, Key: callRecordKey(callId), ConsistentRead: true }),
    );
    return CallRecord.parse(Item);
  }

  /** A stored JSON object, as text. */
  async text({ bucket, key, versionId }: S3Reference): Promise<string> {
    const { Body } = await this.s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    return (await Body?.transformToString()) ?? '';
  }
}
