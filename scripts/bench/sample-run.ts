import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PROJECT_ROOT } from '../../local/project.ts';
import { peakMegabytesOf } from './process-figures.ts';

export interface SampleRunFigures {
  upSeconds: number;
  wallSeconds: number;
  peakMegabytes: number;
  exitCode: number | null;
}

/** Times `sada process` on the samples, as `npm start` runs it, in a fresh state directory. */
export async function runSamples(): Promise<SampleRunFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  const startedAt = performance.now();
  const bin = join(PROJECT_ROOT, 'cli', 'bin.mjs');
  const child = spawn(process.execPath, [bin, 'process', '--state', join(folder, 'state')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  let peakMegabytes = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    peakMegabytes = Math.max(peakMegabytes, peakMegabytesOf(child.pid ?? 0));
  });
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  await rm(folder, { recursive: true });
  return {
    upSeconds: Number(/up in ([\d.]+) s/.exec(stderr)?.[1]),
    wallSeconds: (performance.now() - startedAt) / 1000,
    peakMegabytes,
    exitCode,
  };
}
