import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdStateDirectory, type LockContents } from '../../local/state-directory.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'sada-state-'));
});
afterEach(() => rm(path, { recursive: true }));

const writeLock = (lock: LockContents) => writeFile(join(path, 'lock.json'), JSON.stringify(lock));

describe('a state directory', () => {
  it('is held by one process, whose id and ports a second one is told', async () => {
    const state = await holdStateDirectory(path);
    await state.announce({ s3: 4010, sqs: 4011 });
    const second = holdStateDirectory(path);
    await expect(second).rejects.toMatchObject({ name: 'AlreadyRunning' });
    await expect(second).rejects.toThrow(`process ${process.pid} (ports: s3 4010, sqs 4011)`);
  });

  it('can be held again once it was released', async () => {
    await (await holdStateDirectory(path)).release();
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is taken over from a process that died', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    await writeLock({ pid: child.pid ?? 0, startTicks: '1', ports: {} });
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is taken over when another program has got the id of the one that died', async () => {
    await writeLock({ pid: process.pid, startTicks: '1', ports: {} });
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is taken over when the lock was cut short', async () => {
    await writeFile(join(path, 'lock.json'), '{"pid":');
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is refused, and left as it is, when a newer version wrote it', async () => {
    await writeFile(join(path, 'version.json'), '{"state":99}');
    await expect(holdStateDirectory(path)).rejects.toMatchObject({ name: 'StateTooNew' });
    await expect(holdStateDirectory(path)).rejects.toThrow('99');
    expect(await readFile(join(path, 'version.json'), 'utf8')).toBe('{"state":99}');
  });
});
