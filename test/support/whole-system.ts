import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, type PutObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallRecord, callIdOf } from '../../core/call.ts';
import type { Clock } from '../../core/clock.ts';
import { callRecordKey } from '../../core/contract.ts';
import type { CallRevision } from '../../local/call-watch.ts';
import { LOCAL_CLIENT, localS3Client } from '../../local/clients.ts';
import { BUCKET, DEFAULT_BUS, EVENT_BUS, TABLE } from '../../local/names.ts';
import type { LocalLanguageModel } from '../../local/language-model.ts';
import { startLocalSystem, type LocalSystem } from '../../local/runtime.ts';
import type { EventEnvelope } from '../../local/services/event-bridge/envelope.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { until } from './until.ts';
import { missingPrograms } from '../../local/system-programs.ts';

/** The whole local system in a folder of its own, with what tests look at. */
export interface WholeSystem {
  system: LocalSystem;
  /** Where its state lies. */
  folder: string;
  s3: S3Client;
  /** Every event of the product's own bus. */
  announced: EventEnvelope[];
  /** Every event of the default bus: what S3 and Step Functions said. */
  heard: EventEnvelope[];
  upload(
    key: string,
    content: Uint8Array,
    more?: Partial<PutObjectCommandInput>,
  ): Promise<CallRevision>;
  record(callId: string): Promise<CallRecord>;
  /** Puts a record as an earlier execution might have left it. */
  write(record: CallRecord): Promise<void>;
  announcedFor(call: CallRevision): EventEnvelope[];
  /** All that handlers, worker and database printed. */
  logs(): Promise<string>;
  stop(): Promise<void>;
}

/** @throws naming the set-up line when a program is missing */
export async function startWholeSystem(
  options: {
    clock?: Clock;
    maxDurationSeconds?: number;
    assembly?: string;
    languageModel?: LocalLanguageModel;
  } = {},
): Promise<WholeSystem> {
  const missing = missingPrograms(true).map(({ provides }) => provides);
  if (missing.length > 0) throw new Error(`missing ${missing.join(', ')}: npm run setup:all`);
  const stateDirectory = await mkdtemp(join(tmpdir(), 'sada-test-'));
  const system = await startLocalSystem({
    stateDirectory,
    maxDurationSeconds: 7200,
    settings: DEFAULT_SETTINGS,
    workerConcurrency: 2,
    handlerConcurrency: 2,
    ...options,
  });
  const s3 = localS3Client(system.endpoints.s3);
  const documents = DynamoDBDocumentClient.from(
    new DynamoDBClient({ ...LOCAL_CLIENT, endpoint: system.endpoints.dynamodb }),
  );
  const announced: EventEnvelope[] = [];
  const heard: EventEnvelope[] = [];
  system.buses.subscribe(EVENT_BUS, (event) => announced.push(event));
  system.buses.subscribe(DEFAULT_BUS, (event) => heard.push(event));
  return {
    system,
    folder: stateDirectory,
    s3,
    announced,
    heard,
    async upload(key, content, more = {}) {
      const object = { Bucket: BUCKET, Key: key, Body: content, ...more };
      const { VersionId = '' } = await s3.send(new PutObjectCommand(object));
      return { callId: callIdOf({ bucket: BUCKET, key }), revision: VersionId };
    },
    async record(callId) {
      const key = { TableName: TABLE, Key: callRecordKey(callId), ConsistentRead: true };
      return CallRecord.parse((await documents.send(new GetCommand(key))).Item);
    },
    async write(record) {
      const Item = { ...callRecordKey(record.callId), ...record };
      await documents.send(new PutCommand({ TableName: TABLE, Item }));
    },
    announcedFor: (call) =>
      announced.filter(({ detail }) => {
        const { callId, revision } = detail as CallRevision;
        return callId === call.callId && revision === call.revision;
      }),
    async logs() {
      const folder = join(stateDirectory, 'logs');
      const files = await readdir(folder);
      return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join(
        '\n',
      );
    },
    async stop() {
      await system.stop();
      await rm(stateDirectory, { recursive: true });
    },
  };
}

/** Executions of the state machine that were started for a recording's version. */
export function executionsOf({ system }: WholeSystem, { revision }: CallRevision) {
  const { engine, stateMachineArn } = system.processCall;
  return engine.listExecutions(stateMachineArn).filter(({ input }) => input.includes(revision));
}

/** Starts an execution for an event that was delivered before, as EventBridge may. */
export function deliverAgain({ system, heard }: WholeSystem, { revision }: CallRevision): string {
  const event = heard.find(
    ({ source, detail }) => source === 'aws.s3' && JSON.stringify(detail).includes(revision),
  );
  const { engine, stateMachineArn } = system.processCall;
  return engine.startExecution({ stateMachineArn, input: JSON.stringify(event) }).arn;
}

/** Resolves when an execution has ended, with its status. */
export async function executionEnd({ system }: WholeSystem, arn: string): Promise<string> {
  const execution = system.processCall.engine.describeExecution(arn);
  await until('the end of an execution', () => execution.status !== 'RUNNING');
  return execution.status;
}

/** The states that an execution went through, in order. */
export function statesOf({ system }: WholeSystem, executionArn: string): string[] {
  return system.processCall.engine
    .getExecutionHistory(executionArn)
    .filter(({ type }) => type.endsWith('StateEntered'))
    .map((event) => nameIn(event));
}

const nameIn = (event: object): string => /"name":"([^"]+)"/.exec(JSON.stringify(event))?.[1] ?? '';
