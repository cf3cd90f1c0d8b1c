import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FunctionPool } from '../../../local/lambda/function-pool.ts';
import { JumpingClock } from '../../support/jumping-clock.ts';
import { until } from '../../support/until.ts';

/** A handler that does what its event says. */
const HANDLER = `
  let served = 0;
  export async function handler(event, context) {
    served++;
    if (event === 'die') process.exit(7);
    if (event === 'hang') await new Promise(() => undefined);
    if (event === 'fail') throw Object.assign(new Error('why'), { name: 'OwnError' });
    if (event === 'environment') return Object.keys(process.env);
    return { event, served, pid: process.pid, name: context.functionName };
  }`;

interface Served {
  served: number;
  pid: number;
}

let folder: string;
let clock: JumpingClock;
let pool: FunctionPool;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const bundle = join(folder, 'handler.mjs');
  await writeFile(bundle, HANDLER);
  clock = new JumpingClock();
  const logFile = join(folder, 'log');
  const limits = { timeoutMs: 60_000, concurrency: 2 };
  pool = new FunctionPool(
    { name: 'a-function', bundle, env: { ONLY: '1' }, logFile, ...limits },
    clock,
  );
});
afterEach(async () => {
  await pool.stop();
  await rm(folder, { recursive: true });
});

describe('a function', () => {
  it('answers, and keeps its process warm for the next event', async () => {
    const first = (await pool.invoke('a')) as Served;
    expect(first).toMatchObject({ event: 'a', served: 1, name: 'a-function' });
    expect(await pool.invoke('b')).toMatchObject({ served: 2, pid: first.pid });
  });

  it('runs as many events at a time as it has processes, and the others in turn', async () => {
    const answers = (await Promise.all([1, 2, 3, 4, 5].map((n) => pool.invoke(n)))) as Served[];
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
  });

  it('fails with the name of what its handler threw, and goes on', async () => {
    await expect(pool.invoke('fail')).rejects.toMatchObject({ name: 'OwnError', message: 'why' });
    expect(await pool.invoke('a')).toMatchObject({ served: 2 });
  });

  it('fails as Lambda.Unknown when its process dies, and gets a new one', async () => {
    await expect(pool.invoke('die')).rejects.toMatchObject({ name: 'Lambda.Unknown' });
    expect(await pool.invoke('a')).toMatchObject({ served: 1 });
  });

  it('fails as Sandbox.Timedout when it takes too long', async () => {
    const hanging = pool.invoke('hang');
    await until('a running process', () => pool.pids.length === 1 && clock.waiting === 1);
    await Promise.all([
      expect(hanging).rejects.toMatchObject({ name: 'Sandbox.Timedout' }),
      clock.jump(60_000),
    ]);
  });

  it('sees the environment it was given and nothing else', async () => {
    const names = (await pool.invoke('environment')) as string[];
    expect(names.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual(
      expect.arrayContaining(['ONLY', 'AWS_LAMBDA_FUNCTION_NAME']),
    );
    expect(names).not.toContain('PATH');
    expect(names).not.toContain('HOME');
  });
});
