import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { CallRecord, type S3Reference } from '../core/call.ts';
import { callRecordKey } from '../core/contract.ts';
import type { Endpoints } from '../local/child-environment.ts';
import { LOCAL_CLIENT, localS3Client } from '../local/clients.ts';
import { TABLE } from '../local/names.ts';

/** What the system stored, read through the clients that anybody would use. */
export class StoredCalls {
  readonly s3: S3Client;
  readonly #documents: DynamoDBDocumentClient;

  constructor(endpoints: Pick<Endpoints, 's3' | 'dynamodb'>) {
    this.s3 = localS3Client(endpoints.s3);
    const dynamodb = new DynamoDBClient({ ...LOCAL_CLIENT, endpoint: endpoints.dynamodb });
    this.#documents = DynamoDBDocumentClient.from(dynamodb);
  }

  /** @throws when there is no such call */
  async record(callId: string): Promise<CallRecord> {
    const { Item } = await this.#documents.send(
      new GetCommand({ TableName: TABLE, Key: callRecordKey(callId), ConsistentRead: true }),
    );
    return CallRecord.parse(Item);
  }

  /** All calls, the newest first. */
  async list(): Promise<CallRecord[]> {
    const records: CallRecord[] = [];
    const pages = paginateScan({ client: this.#documents }, { TableName: TABLE });
    for await (const { Items = [] } of pages) {
      records.push(...Items.map((item) => CallRecord.parse(item)));
    }
    return records.sort((one, other) => timeOf(other).localeCompare(timeOf(one)));
  }

  /** A stored JSON object, as text. */
  async text({ bucket, key, versionId }: S3Reference): Promise<string> {
    const { Body } = await this.s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    return (await Body?.transformToString()) ?? '';
  }
}

const timeOf = ({ receivedAt, rejectedAt, failedAt }: CallRecord): string =>
  receivedAt ?? rejectedAt ?? failedAt ?? '';
