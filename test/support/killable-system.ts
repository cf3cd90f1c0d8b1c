import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readlink, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CallRecord, callIdOf } from '../../core/call.ts';
import { callRecordKey } from '../../core/contract.ts';
import type { CallEventDetail } from '../../core/events.ts';
import type { CallRevision } from '../../local/call-watch.ts';
import { LOCAL_CREDENTIALS, type Endpoints } from '../../local/child-environment.ts';
import { BUCKET, REGION, TABLE } from '../../local/names.ts';
import { ROOT } from './project-files.ts';
import { until } from './until.ts';

/** What `local-system.ts` tells. */
interface Ready {
  ready: Endpoints;
  /** That the start took, without the loading of modules. */
  seconds: number;
}
type Message = Ready | { entered: string };

/** A local system in a process of its own, which can be killed at any moment. */
export class KillableSystem {
  /** Every state that an execution has entered since the start. */
  readonly entered: string[] = [];
  readonly startSeconds: number;
  readonly #directory: string;
  readonly #child: ChildProcess;
  readonly #endpoints: Endpoints;

  private constructor(directory: string, child: ChildProcess, { ready, seconds }: Ready) {
    this.#directory = directory;
    this.#child = child;
    this.#endpoints = ready;
    this.startSeconds = seconds;
    child.on('message', (message: Message) => {
      if ('entered' in message) this.entered.push(message.entered);
    });
  }

  static async start(directory: string): Promise<KillableSystem> {
    const child = fork(`${ROOT}test/support/local-system.ts`, [directory], {
      execArgv: ['--import', import.meta.resolve('tsx/esm')],
    });
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the local system ended with ${String(code)} before it was ready`);
      }),
    ]);
    return new KillableSystem(directory, child, message as Ready);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async upload(key: string, content: Uint8Array): Promise<CallRevision> {
    const s3 = new S3Client({
      ...this.#shared,
      endpoint: this.#endpoints.s3,
      forcePathStyle: true,
    });
    const object = { Bucket: BUCKET, Key: key, Body: content };
    const { VersionId = '' } = await s3.send(new PutObjectCommand(object));
    s3.destroy();
    return { callId: callIdOf({ bucket: BUCKET, key }), revision: VersionId };
  }

  hasEntered(state: string): Promise<void> {
    return until(`an execution in ${state}`, () => this.entered.includes(state));
  }

  async record(callId: string): Promise<CallRecord> {
    const endpoint = this.#endpoints.dynamodb;
    const client = new DynamoDBClient({ ...this.#shared, endpoint });
    const key = { TableName: TABLE, Key: callRecordKey(callId), ConsistentRead: true };
    const { Item } = await DynamoDBDocumentClient.from(client).send(new GetCommand(key));
    client.destroy();
    return CallRecord.parse(Item);
  }

  /** Every event that a consumer was brought, in this process and those before it. */
  async announced(): Promise<CallEventDetail[]> {
    const text = await readFile(join(this.#directory, 'events.jsonl'), 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line.endsWith('}'));
    return lines.map((line) => JSON.parse(line) as CallEventDetail);
  }

  /** `kill -9`, of this one process alone. @returns once nothing that it started is left */
  async kill(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
    await until('the end of its children', async () => (await this.#left()).length === 0);
  }

  async #left(): Promise<string[]> {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const logs = await Promise.all(pids.map((pid) => logsTo(pid, this.#directory)));
    return pids.filter((_, at) => logs[at]);
  }

  get #shared() {
    return { region: REGION, credentials: LOCAL_CREDENTIALS };
  }
}

/** Every child of a local system prints into a log in the state directory. */
async function logsTo(pid: string, directory: string): Promise<boolean> {
  const open = await readlink(`/proc/${pid}/fd/1`).catch(() => '');
  return open.startsWith(directory);
}
