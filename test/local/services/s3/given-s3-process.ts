import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { BUCKET, clientOf } from './given-s3.ts';

const PROGRAM = fileURLToPath(new URL('s3-process.ts', import.meta.url));

export interface GivenS3Process {
  client: S3Client;
  /** Reasons of the events so far. */
  events: string[];
  /** The most memory that the process ever had, in MiB, as the kernel counts it. */
  peakMemory: () => Promise<number>;
  /** `kill -9`, and waits for the end. */
  kill: () => Promise<void>;
}

/** An S3 with one versioned bucket in a process of its own. */
export async function givenS3Process(directory: string): Promise<GivenS3Process> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, directory, BUCKET], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  const lines = createInterface(child.stdout);
  const [endpoint] = (await once(lines, 'line')) as [string];
  const events: string[] = [];
  lines.on('line', (line) => events.push(line));
  const client = clientOf(endpoint);
  onTestFinished(async () => {
    client.destroy();
    await kill();
  });
  return {
    client,
    events,
    async peakMemory() {
      const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8');
      const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
      return Number(kibibytes) / 1024;
    },
    kill,
  };
}
