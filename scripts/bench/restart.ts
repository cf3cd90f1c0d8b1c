import { PutObjectCommand } from '@aws-sdk/client-s3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { callIdOf } from '../../core/call.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { localS3Client } from '../../local/clients.ts';
import { BUCKET } from '../../local/names.ts';
import { PROJECT_ROOT } from '../../local/project.ts';
import { startLocalSystem } from '../../local/runtime.ts';
import { sharesOf } from '../../local/shares.ts';
import { residentMegabytesOf } from './process-figures.ts';

export interface RestartFigures {
  upSeconds: number;
  residentMegabytes: number;
}

const AT_ONCE = 20;

/** Lets calls end, then times `sada serve` on what they left, and looks at its main process. */
export async function restartAfter(calls: number): Promise<RestartFigures> {
  const stateDirectory = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  await finishCalls(stateDirectory, calls);
  const bin = join(PROJECT_ROOT, 'cli', 'bin.mjs');
  const args = [bin, 'serve', '--port', '0', '--state', stateDirectory];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  while (!stderr.includes('Up in')) stderr += String((await once(child.stderr, 'data'))[0]);
  const residentMegabytes = residentMegabytesOf(child.pid ?? 0);
  child.kill('SIGTERM');
  await once(child, 'close');
  await rm(stateDirectory, { recursive: true });
  return { upSeconds: Number(/Up in ([\d.]+) s/.exec(stderr)?.[1]), residentMegabytes };
}

/** Calls that end quickly: texts, which are no recordings. */
async function finishCalls(stateDirectory: string, calls: number): Promise<void> {
  const system = await startLocalSystem({
    stateDirectory,
    maxDurationSeconds: 7200,
    settings: loadSettings(DEFAULT_SETTINGS_FOLDER),
    ...sharesOf(cpus().length),
  });
  const s3 = localS3Client(system.endpoints.s3);
  const inTurn = pLimit(AT_ONCE);
  const finish = async (at: number): Promise<void> => {
    const key = `recordings/text-${at}.wav`;
    const put = new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: 'no recording' });
    const { VersionId = '' } = await s3.send(put);
    const callId = callIdOf({ bucket: BUCKET, key });
    await system.calls.ended({ callId, revision: VersionId });
  };
  await Promise.all(Array.from({ length: calls }, (_, at) => inTurn(() => finish(at))));
  await system.stop();
}
