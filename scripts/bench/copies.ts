import { PutObjectCommand } from '@aws-sdk/client-s3';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { callIdOf } from '../../core/call.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { localS3Client } from '../../local/clients.ts';
import { BUCKET } from '../../local/names.ts';
import { PROJECT_ROOT } from '../../local/project.ts';
import { startLocalSystem, type LocalSystem } from '../../local/runtime.ts';
import { sharesOf } from '../../local/shares.ts';
import { childrenOf, cpuSecondsOf } from './process-figures.ts';

export interface CopiesFigures {
  calls: number;
  wallSeconds: number;
  /** Main process, handlers and database: all but the worker and what it starts. */
  cpuMillisecondsPerCall: number;
}

const SECONDS = 5;

/** Sends copies of a five-second recording through a fresh local system. */
export async function processCopies(calls: number): Promise<CopiesFigures> {
  const stateDirectory = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  const cpuBefore = ownCpuSeconds();
  const system = await startLocalSystem({
    stateDirectory,
    maxDurationSeconds: 7200,
    settings: loadSettings(DEFAULT_SETTINGS_FOLDER),
    ...sharesOf(cpus().length),
  });
  try {
    const startedAt = performance.now();
    await sendAll(system, calls);
    const wallSeconds = (performance.now() - startedAt) / 1000;
    const others = childrenOf(process.pid).filter((pid) => pid !== system.worker.pid);
    const childrenCpu = others.map(cpuSecondsOf).reduce((sum, seconds) => sum + seconds, 0);
    const cpu = ownCpuSeconds() - cpuBefore + childrenCpu;
    return { calls, wallSeconds, cpuMillisecondsPerCall: (cpu / calls) * 1000 };
  } finally {
    await system.stop();
    await rm(stateDirectory, { recursive: true });
  }
}

async function sendAll(system: LocalSystem, calls: number): Promise<void> {
  const s3 = localS3Client(system.endpoints.s3);
  const Body = await firstSeconds(join(PROJECT_ROOT, 'samples', 'router-follow-up.wav'));
  await Promise.all(
    Array.from({ length: calls }, async (_, at) => {
      const Key = `recordings/copy-${at}.wav`;
      const { VersionId = '' } = await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
      const callId = callIdOf({ bucket: BUCKET, key: Key });
      await system.calls.ended({ callId, revision: VersionId });
    }),
  );
}

/** The start of a 16-bit stereo WAV at 16 kHz, with its lengths put right. */
async function firstSeconds(file: string): Promise<Buffer> {
  const header = 44;
  const length = SECONDS * 16_000 * 4;
  const start = Buffer.from((await readFile(file)).subarray(0, header + length));
  start.writeUInt32LE(header - 8 + length, 4);
  start.writeUInt32LE(length, header - 4);
  return start;
}

const ownCpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
