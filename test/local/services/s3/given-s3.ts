import { mkdtemp, rm } from 'node:fs/promises';
import { request, type Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../../core/clock.ts';
import type { ObjectCreated } from '../../../../local/services/s3/object-created.ts';
import { startS3, type S3 } from '../../../../local/services/s3/server.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';

export const BUCKET = 'recordings';

/** An S3 with one versioned bucket, a real SDK client, and what a test needs to look behind it. */
export interface GivenS3 {
  s3: S3;
  client: S3Client;
  clock: JumpingClock;
  directory: string;
  /** The events of all writes so far. */
  events: ObjectCreated[];
  /** Puts an object and gives its version id. */
  put: (
    key: string,
    body: NonNullable<PutObjectCommandInput['Body']>,
    more?: Partial<PutObjectCommandInput>,
  ) => Promise<string>;
  /** An object's bytes as text. */
  text: (key: string, versionId?: string) => Promise<string>;
}

interface Given {
  directory?: string;
  /** In place of the jumping clock. */
  clock?: Clock;
  onObjectCreated?: (event: ObjectCreated) => Promise<void>;
}

export async function givenS3(given: Given = {}): Promise<GivenS3> {
  const directory = given.directory ?? (await temporaryDirectory());
  const clock = new JumpingClock();
  const events: ObjectCreated[] = [];
  const onObjectCreated =
    given.onObjectCreated ??
    (async (event: ObjectCreated): Promise<void> => {
      events.push(event);
    });
  const s3 = await startS3({ directory, clock: given.clock ?? clock, onObjectCreated });
  s3.createBucket(BUCKET);
  const client = clientOf(s3.endpoint);
  onTestFinished(async () => {
    client.destroy();
    await s3.close();
  });
  return { s3, client, clock, directory, events, ...shorthand(client) };
}

export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'sada-s3-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export function clientOf(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
    maxAttempts: 1,
  });
}

function shorthand(client: S3Client): Pick<GivenS3, 'put' | 'text'> {
  return {
    async put(key, body, more = {}) {
      const answer = await client.send(
        new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body, ...more }),
      );
      return answer.VersionId ?? '';
    },
    async text(key, versionId) {
      const answer = await client.send(
        new GetObjectCommand({ Bucket: BUCKET, Key: key, VersionId: versionId }),
      );
      return (await answer.Body?.transformToString()) ?? '';
    },
  };
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request as no SDK would send it. */
export function raw(
  endpoint: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
  agent?: Agent,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(endpoint);
    const options = { hostname, port, method, path, headers, agent };
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { statusCode = 0, headers: answered } = incoming;
        resolve({ status: statusCode, headers: answered, body: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
